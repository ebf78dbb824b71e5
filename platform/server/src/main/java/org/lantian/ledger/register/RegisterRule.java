package org.lantian.ledger.register;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.lantian.plugin.region.RegisterSpec;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.vocabulary.Pollutant;

/** What puts an enterprise on a register by itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = RegisterRule.Condition.class, name = "condition"),
        @JsonSubTypes.Type(value = RegisterRule.Emission.class, name = "emission")})
public sealed interface RegisterRule {

    /** The rule of a profile's register; empty where only people can tell. */
    static Optional<RegisterRule> of(RegisterSpec register) {
        return register.condition().<RegisterRule>map(one -> new Condition(one.subject(), one.holds(), one.reason(), one.inputs()))
                .or(() -> register.atLeast().isEmpty() ? Optional.empty() : Optional.of(new Emission(register.atLeast())));
    }

    /**
     * A condition in the language of diagnosis rules.
     *
     * @param subject what it sees: the enterprise, or each row of a group, one of which is enough
     * @param holds CEL, boolean
     * @param reason why the enterprise is on the register; {@code {field.id}} is replaced by the value
     * @param inputs field ids whose absence leaves it open
     */
    record Condition(Subject subject, String holds, String reason, List<String> inputs) implements RegisterRule {
        public Condition {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Emission of the base year, by the sum over the outlets (HJ 884-2018, 实测法: E = C·Q·T·10⁻⁹).
     *
     * @param atLeast tonnes a year by pollutant; reaching one of them is enough
     */
    record Emission(Map<Pollutant, BigDecimal> atLeast) implements RegisterRule {
        public Emission {
            atLeast = atLeast.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(atLeast));
        }
    }
}
