package org.lantian.diagnosis;

import java.util.Optional;

import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;

/**
 * A person's words in the place of what the rule says; a run leaves them alone.
 *
 * @param column table 3's column; empty for prose only
 * @param text one sentence
 */
public record FindingEdit(String text, ProblemArea area, Optional<ProblemColumn> column) {
}
