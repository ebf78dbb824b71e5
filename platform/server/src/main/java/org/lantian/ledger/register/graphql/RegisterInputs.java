package org.lantian.ledger.register.graphql;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lantian.ledger.register.RegisterRule;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.vocabulary.Pollutant;

/** Rules as the API writes them. */
final class RegisterInputs {

    private RegisterInputs() {
    }

    /** Tonnes a year of one pollutant. */
    record Threshold(Pollutant pollutant, BigDecimal tonnes) {
        static List<Threshold> of(RegisterRule.Emission emission) {
            return emission.atLeast().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(entry -> new Threshold(entry.getKey(), entry.getValue())).toList();
        }
    }

    record Condition(@Nullable Subject subject, String holds, String reason, @Nullable List<String> inputs) {
    }

    record Rule(@Nullable Condition condition, @Nullable List<Threshold> emission) {

        static Optional<RegisterRule> read(@Nullable Rule given) {
            if (given == null) {
                return Optional.empty();
            }
            if (given.condition() != null) {
                Condition condition = given.condition();
                return Optional.of(new RegisterRule.Condition(
                        condition.subject() == null ? Subject.ENTERPRISE : condition.subject(), condition.holds(),
                        condition.reason(), condition.inputs() == null ? List.of() : condition.inputs()));
            }
            Map<Pollutant, BigDecimal> atLeast = new EnumMap<>(Pollutant.class);
            if (given.emission() != null) {
                given.emission().forEach(threshold -> atLeast.put(threshold.pollutant(), threshold.tonnes()));
            }
            return Optional.of(new RegisterRule.Emission(atLeast));
        }
    }
}
