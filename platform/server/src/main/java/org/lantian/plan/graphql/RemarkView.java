package org.lantian.plan.graphql;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.check.Remark;
import org.lantian.graphql.GlobalId;
import org.lantian.plan.ReviewGate;
import org.lantian.plugin.rule.Severity;

/** A remark with what it is about told apart, a clause or a table, and the word on it. */
record RemarkView(String id, String code, Severity severity, Optional<String> clauseId, Optional<String> tableId,
        String message, List<String> evidence, String arithmetic, String hint, Optional<String> word) {

    static List<RemarkView> of(List<ReviewGate.Answered> remarks) {
        return remarks.stream().map(RemarkView::of).toList();
    }

    static RemarkView of(ReviewGate.Answered answered) {
        Remark remark = answered.remark();
        boolean clause = remark.clause().matches("\\d+");
        return new RemarkView(answered.id(), remark.code().name(), remark.severity(),
                clause ? Optional.of(GlobalId.of("Clause", Long.parseLong(remark.clause()))) : Optional.empty(),
                clause ? Optional.empty() : Optional.of(remark.clause()), remark.message(), remark.evidence(),
                remark.arithmetic(), remark.hint(), answered.word());
    }
}
