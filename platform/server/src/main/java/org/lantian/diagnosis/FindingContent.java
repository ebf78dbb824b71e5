package org.lantian.diagnosis;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.rule.Verdict;
import org.lantian.engine.rule.Verdict.Evidence;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;

/**
 * What was found, by which rule, on which row.
 *
 * @param ruleId rule id; {@code import} and the column's name for an imported text
 * @param ruleVersion changes with the rule's text
 * @param subject natural key of the enterprise's row; blank for the enterprise itself
 */
public record FindingContent(String ruleId, String ruleVersion, String subject, ProblemArea area,
        Optional<ProblemColumn> column, Severity severity, String text, List<Evidence> evidence, String source,
        List<Explanation> explanations) {

    public FindingContent {
        evidence = List.copyOf(evidence);
        explanations = List.copyOf(explanations);
    }

    static FindingContent of(Verdict.Finding finding) {
        return new FindingContent(finding.origin().rule(), finding.origin().version(), finding.origin().subject(),
                finding.area(), finding.column(), finding.severity(), finding.text(), finding.evidence(),
                finding.source(), finding.explanations());
    }
}
