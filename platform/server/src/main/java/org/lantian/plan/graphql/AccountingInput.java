package org.lantian.plan.graphql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.emission.Accounting;
import org.lantian.engine.emission.Accounting.Method;
import org.lantian.engine.emission.Accounting.State;
import org.lantian.engine.emission.MaterialBalance.Material;
import org.lantian.plugin.vocabulary.Pollutant;

/** The input type {@code MeasureAccountingInput}. */
record AccountingInput(@Nullable String unit, Pollutant pollutant, Method method, StateInput before,
        @Nullable StateInput after) {

    record StateInput(@Nullable BigDecimal coefficient, @Nullable BigDecimal activity, @Nullable List<MaterialInput> materials,
            @Nullable BigDecimal coal, @Nullable BigDecimal sulphur, @Nullable BigDecimal conversion,
            @Nullable BigDecimal collected, @Nullable List<BigDecimal> efficiencies, @Nullable BigDecimal running) {

        State read() {
            return new State(Optional.ofNullable(coefficient), Optional.ofNullable(activity),
                    materials == null ? List.of() : materials.stream().map(MaterialInput::read).toList(),
                    Optional.ofNullable(coal), Optional.ofNullable(sulphur), Optional.ofNullable(conversion),
                    Optional.ofNullable(collected), efficiencies == null ? List.of() : efficiencies,
                    Optional.ofNullable(running));
        }
    }

    record MaterialInput(String name, BigDecimal use, BigDecimal content) {

        Material read() {
            return new Material(name, use, content);
        }
    }

    Accounting read() {
        return new Accounting(unit == null ? "" : unit.strip(), pollutant, method, before.read(),
                Optional.ofNullable(after).map(StateInput::read));
    }
}
