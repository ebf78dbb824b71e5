package org.lantian.ledger.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.rule.DiagnosisEngine;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.RegisterRules;
import org.lantian.engine.rule.RuleCompilationException;
import org.lantian.engine.rule.Verdict;
import org.lantian.ledger.OutletEmissions;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Pollutant;

/** Judges enterprises by the rule of one register. Immutable; knows no database. */
final class RuleJudge {

    /** What the rule says of an enterprise. */
    sealed interface Answer {

        /** It belongs on the register. */
        record Belongs(String reason) implements Answer {
        }

        /** It does not. */
        record Not() implements Answer {
        }

        /** 数据缺失: it cannot be said. */
        record Unknown() implements Answer {
        }
    }

    private static final String ID = "register";

    private final RegisterRule rule;
    private final Optional<DiagnosisEngine> engine;

    /** @throws RuleCompilationException with everything wrong with a condition */
    RuleJudge(RegisterRule rule, ResolvedProfile profile) {
        this.rule = rule;
        this.engine = switch (rule) {
            case RegisterRule.Condition condition -> Optional.of(DiagnosisEngine.compile(List.of(RegisterRules.rule(ID,
                    condition.subject(), condition.holds(), condition.reason(), condition.inputs())), profile.limits(),
                    profile.techniqueLists(), profile.region().sourceCategories()));
            case RegisterRule.Emission _ -> Optional.empty();
        };
    }

    Answer judge(EnterpriseFacts facts) {
        return switch (rule) {
            case RegisterRule.Condition _ -> byCondition(facts);
            case RegisterRule.Emission emission -> byEmission(emission, facts);
        };
    }

    private Answer byCondition(EnterpriseFacts facts) {
        List<Verdict> verdicts = engine.orElseThrow().diagnose(facts);
        List<String> reasons = verdicts.stream().filter(Verdict.Finding.class::isInstance)
                .map(verdict -> ((Verdict.Finding) verdict).text()).distinct().toList();
        if (!reasons.isEmpty()) {
            return new Answer.Belongs(String.join("", reasons));
        }
        return verdicts.stream().anyMatch(Verdict.Unknown.class::isInstance) ? new Answer.Unknown() : new Answer.Not();
    }

    /** An outlet that gives no concentration of a pollutant is not known to emit none of it; it can only add to the sum. */
    private static Answer byEmission(RegisterRule.Emission emission, EnterpriseFacts facts) {
        List<String> reasons = new ArrayList<>();
        boolean open = false;
        for (Pollutant pollutant : Pollutant.values()) {
            BigDecimal least = emission.atLeast().get(pollutant);
            if (least != null) {
                OutletEmissions sum = OutletEmissions.of(pollutant, facts.rowsOf(FieldGroup.OUTLET));
                if (sum.total().compareTo(least) >= 0) {
                    reasons.add(pollutant.term() + "年排放量" + (sum.complete() ? "" : "至少") + Decimals.print(sum.total())
                            + "吨，达到" + Decimals.print(least) + "吨");
                }
                open |= !sum.complete();
            }
        }
        if (!reasons.isEmpty()) {
            return new Answer.Belongs(String.join("；", reasons) + "。");
        }
        return open ? new Answer.Unknown() : new Answer.Not();
    }
}
