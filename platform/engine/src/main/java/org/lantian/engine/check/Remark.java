package org.lantian.engine.check;

import java.util.List;
import java.util.OptionalInt;

import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/**
 * A remark 校核意见 about a plan.
 *
 * @param clause id of the clause or table that it is about; for a document as read its printed place
 * @param line 1-based line of the document as read; empty for a plan that was composed
 * @param message Chinese sentence: where and what
 * @param evidence names and texts it rests on
 * @param arithmetic the sum or comparison as it was done; blank if there is none
 * @param hint what to do
 */
public record Remark(RemarkCode code, Severity severity, String clause, OptionalInt line, String message, List<String> evidence,
        String arithmetic, String hint) {

    public Remark {
        evidence = List.copyOf(evidence);
    }

    public Remark(RemarkCode code, Severity severity, String clause, String message, List<String> evidence,
            String arithmetic, String hint) {
        this(code, severity, clause, OptionalInt.empty(), message, evidence, arithmetic, hint);
    }
}
