package org.lantian.plugin.region;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * A register 名录 that the region's documents found. A tenant takes it over and may change its own copy.
 *
 * @param id stable id
 * @param name name of the register, at most 40 characters
 * @param description whom it holds, in the document's words
 * @param condition what puts enterprises on it; empty where only people can tell, or emissions do
 * @param atLeast tonnes a year by pollutant, one of which is enough; empty without such a rule
 * @param source document and clause
 */
public record RegisterSpec(String id, String name, String description, Optional<Condition> condition,
        Map<Pollutant, BigDecimal> atLeast, String source) implements Identified {

    private static final int LONGEST_NAME = 40;

    /**
     * A condition in the language of diagnosis rules.
     *
     * @param subject the enterprise, or the rows of which one is enough
     * @param holds CEL, boolean
     * @param reason why the enterprise is on the register; {@code {field.id}} is replaced by the value
     * @param inputs field ids whose absence leaves it open
     */
    public record Condition(Subject subject, String holds, String reason, List<String> inputs) {
        public Condition {
            inputs = List.copyOf(inputs);
            if (holds.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("a register's condition needs holds and reason");
            }
        }
    }

    public RegisterSpec {
        atLeast = atLeast.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(atLeast));
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("register " + id + ": a name of 1 to 40 characters is needed");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("register " + id + ": cite the source");
        }
        if (condition.isPresent() && !atLeast.isEmpty()) {
            throw new IllegalArgumentException("register " + id + ": a condition or emissions, not both");
        }
        if (atLeast.values().stream().anyMatch(tonnes -> tonnes.signum() <= 0)) {
            throw new IllegalArgumentException("register " + id + ": tonnes must be above zero");
        }
    }
}
