package org.lantian.plugin.rule;

import java.util.List;
import java.util.Optional;

import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;

/**
 * One diagnosis rule over an enterprise or one of its rows.
 *
 * @param id stable id, for example {@code reductant-missing}
 * @param subject what one evaluation sees: variables are the catalogue fields of that group and of the enterprise,
 *     dots written as underscores ({@code treatment_denitration}); all other groups are not visible
 * @param when CEL, boolean: the rule applies only where this holds; blank means always
 * @param finding CEL, boolean: true makes a finding
 * @param area one of the five problem areas
 * @param column table 3's column; empty for prose only
 * @param severity {@code error} or {@code warning}
 * @param text the finding's sentence; {@code {field.id}} is replaced by the value
 * @param source standard or document, edition and clause
 * @param verified false while the source's text has not been seen; such a rule gives at most a warning
 * @param inputs field ids whose absence makes the verdict UNKNOWN (数据缺失)
 * @param remedy task that a measure against the problem would have; empty if none is suggested
 */
public record DiagnosisRule(String id, Subject subject, String when, String finding, ProblemArea area,
        Optional<ProblemColumn> column, Severity severity, String text, String source, boolean verified,
        List<String> inputs, Optional<Remedy> remedy) {

    /** The row a rule is evaluated on. */
    public enum Subject {
        ENTERPRISE, EQUIPMENT, ENERGY_USE, PRODUCT, RAW_MATERIAL, TREATMENT, OUTLET, VOCS_MATERIAL, PRODUCTION_LINE, EMISSION
    }

    public DiagnosisRule {
        inputs = List.copyOf(inputs);
        if (id.isBlank() || finding.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("rule '" + id + "': id, finding and text are needed");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("rule " + id + ": cite the source");
        }
        if (!verified && severity == Severity.ERROR) {
            throw new IllegalArgumentException("rule " + id + ": an unverified source gives at most a warning");
        }
    }

    /** A rule that suggests nothing. */
    public DiagnosisRule(String id, Subject subject, String when, String finding, ProblemArea area,
            Optional<ProblemColumn> column, Severity severity, String text, String source, boolean verified,
            List<String> inputs) {
        this(id, subject, when, finding, area, column, severity, text, source, verified, inputs, Optional.empty());
    }
}
