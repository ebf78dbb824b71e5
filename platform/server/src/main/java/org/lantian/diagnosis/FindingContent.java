package org.lantian.diagnosis;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.rule.SuggestedTask;
import org.lantian.engine.rule.Verdict;
import org.lantian.engine.rule.Verdict.Evidence;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;
import org.lantian.plugin.vocabulary.TaskAspect;

/**
 * What was found, by which rule, on which row.
 *
 * @param ruleId rule id; {@code import} and the column's name for an imported text
 * @param ruleVersion changes with the rule's text
 * @param suggestion task that the rule suggests against it
 * @param subject natural key of the enterprise's row; blank for the enterprise itself
 */
public record FindingContent(String ruleId, String ruleVersion, String subject, ProblemArea area,
        Optional<ProblemColumn> column, Severity severity, String text, List<Evidence> evidence, String source,
        List<Explanation> explanations, Optional<SuggestedTask> suggestion) {

    public FindingContent {
        evidence = List.copyOf(evidence);
        explanations = List.copyOf(explanations);
    }

    static FindingContent of(Verdict.Finding finding) {
        return new FindingContent(finding.origin().rule(), finding.origin().version(), finding.origin().subject(),
                finding.area(), finding.column(), finding.severity(), finding.text(), finding.evidence(),
                finding.source(), finding.explanations(), finding.suggestion());
    }

    /** Column of table 4 that a task against it stands in; empty if any measure may answer it. */
    public Optional<TaskAspect> aspect() {
        return column.map(where -> switch (where) {
            case FUGITIVE -> TaskAspect.FUGITIVE;
            case ORGANISED -> TaskAspect.ORGANISED;
            case TRANSPORT -> TaskAspect.MOBILE;
            case GRADE -> TaskAspect.GRADE;
        }).or(() -> suggestion.map(SuggestedTask::aspect));
    }

    FindingContent with(FindingEdit edit) {
        return new FindingContent(ruleId, ruleVersion, subject, edit.area(), edit.column(), severity, edit.text(), evidence,
                source, explanations, suggestion);
    }
}
