package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Explanation;

/** Collects a formula's inputs and answers what is missing or negative before the formula runs. */
final class Inputs {

    private final String title;
    private final List<Explanation.Input> given = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    Inputs(String title) {
        this.title = title;
    }

    Inputs with(String name, Optional<BigDecimal> value, String unit) {
        value.ifPresentOrElse(number -> given.add(new Explanation.Input(name, number, unit)),
                () -> missing.add(name));
        return this;
    }

    Calculation then(Function<List<Explanation.Input>, Calculation> formula) {
        if (!missing.isEmpty()) {
            return Calculation.Unknown.missing(title, missing);
        }
        for (Explanation.Input input : given) {
            if (input.value().signum() < 0) {
                return Calculation.Unknown.unfit(title,
                        input.name() + "为" + Decimals.print(input.value()) + input.unit() + "，不应小于0");
            }
        }
        return formula.apply(List.copyOf(given));
    }
}
