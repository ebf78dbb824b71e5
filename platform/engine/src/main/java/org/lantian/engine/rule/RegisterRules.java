package org.lantian.engine.rule;

import java.util.List;
import java.util.Optional;

import org.lantian.plugin.region.RegisterSpec;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.ProblemArea;

/** Conditions of registers as rules: whoever has the "problem" belongs on the register. */
public final class RegisterRules {

    private RegisterRules() {
    }

    /** The condition of a profile's register; empty if it has none. */
    public static Optional<DiagnosisRule> ruleOf(RegisterSpec register) {
        return register.condition().map(one -> rule("register-" + register.id(), one.subject(), one.holds(), one.reason(),
                one.inputs()));
    }

    /** @param reason sentence in which {@code {field.id}} is replaced by the value */
    public static DiagnosisRule rule(String id, DiagnosisRule.Subject subject, String holds, String reason,
            List<String> inputs) {
        return new DiagnosisRule(id, subject, "", holds, ProblemArea.PROCESS, Optional.empty(), Severity.WARNING, reason,
                "名录规则", true, inputs);
    }
}
