package org.lantian.engine.profile;

import java.util.List;

import org.lantian.engine.yaml.YamlNode;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;

/** {@code rules.yaml}, {@code limits.yaml} and {@code techniques.yaml}; areas, columns and pollutants by their words. */
final class RuleYaml {

    private RuleYaml() {
    }

    static List<DiagnosisRule> rules(YamlNode root) {
        return root.list("rules", rule -> new DiagnosisRule(rule.requireText("id"),
                rule.requireChoice("subject", DiagnosisRule.Subject.class), rule.findText("when").orElse(""),
                rule.requireText("finding"), rule.requireChoice("area", ProblemArea.class, ProblemArea::term),
                rule.findChoice("column", ProblemColumn.class, ProblemColumn::term),
                rule.requireChoice("severity", Severity.class), rule.requireText("text"), rule.requireText("source"),
                rule.requireFlag("verified"), rule.texts("inputs")));
    }

    static List<EmissionLimit> limits(YamlNode root) {
        return root.list("limits", limit -> new EmissionLimit(limit.requireText("id"),
                limit.requireText("sourceCategory"), limit.requireChoice("pollutant", Pollutant.class, Pollutant::term),
                limit.requireDecimal("value"), limit.findDecimal("referenceOxygen"), limit.requireText("source"),
                limit.requireFlag("verified"), limit.findFlag("below").orElse(false)));
    }

    static List<TechniqueList> techniques(YamlNode root) {
        return root.list("lists", list -> new TechniqueList(list.requireText("id"), list.requireText("title"),
                list.texts("words"), list.requireText("source")));
    }
}
