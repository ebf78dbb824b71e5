package org.lantian.plan.draft;

import java.util.Optional;

import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;
import org.lantian.plugin.vocabulary.TaskAspect;

/**
 * One problem of an enterprise.
 *
 * @param enterprise the enterprise's key
 * @param rule the rule that found it; blank if a person wrote it
 * @param column table 3's column; empty for the text only
 * @param text one sentence
 * @param aspect column of table 4 that a task against it stands in; empty if any measure may answer it
 * @param answered whether a link to a measure is stored
 */
public record FindingFacts(String enterprise, String rule, ProblemArea area, Optional<ProblemColumn> column,
        String text, Severity severity, Optional<TaskAspect> aspect, boolean answered) {

    /** Without a stored link. */
    public FindingFacts(String enterprise, String rule, ProblemArea area, Optional<ProblemColumn> column, String text,
            Severity severity, Optional<TaskAspect> aspect) {
        this(enterprise, rule, area, column, text, severity, aspect, false);
    }
}
