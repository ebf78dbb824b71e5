package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.lantian.engine.emission.Accounting.State;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Explanation.Basis;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.quantity.Rounding;
import org.lantian.plugin.vocabulary.Pollutant;

/** The formulas of {@link MaterialBalance} in a row: generation, treatment, emission; rounded once, at the end. */
final class AccountedEmission {

    private static final int SCALE = 2;
    private static final String TONNES = "吨";
    private static final String COEFFICIENTS = "《排放源统计调查产排污核算方法和系数手册》（公告2021年第24号）";
    private static final Basis COEFFICIENT = new Basis("emission-by-coefficient", "1",
            "E = 产污系数 × 产品产量（原料用量）÷ 1000 ×（1 − η × k），η = 1 − Π（1 − ηi）", COEFFICIENTS);
    private static final Basis BALANCE = new Basis("emission-by-balance", "1",
            "E = G × f ×（1 − η）+ G ×（1 − f），G = Σ（使用量 × VOCs含量），η = 1 − Π（1 − ηi）", "物料衡算法");
    private static final Basis SULPHUR = new Basis("emission-by-sulphur", "1",
            "E = 2 × 耗煤量 × 含硫率 × 转化率 ×（1 − η × k），η = 1 − Π（1 − ηi）", "物料衡算法（硫平衡）");

    private final Pollutant pollutant;
    private final State state;
    private final List<Input> inputs = new ArrayList<>();

    private AccountedEmission(Pollutant pollutant, State state) {
        this.pollutant = pollutant;
        this.state = state;
    }

    static Calculation of(Accounting accounting, State state) {
        AccountedEmission emission = new AccountedEmission(accounting.pollutant(), state);
        return switch (accounting.method()) {
            case COEFFICIENT -> emission.treated(MaterialBalance.generated(accounting.pollutant(), state.coefficient(),
                    state.activity()), COEFFICIENT);
            case SULPHUR -> emission.treated(MaterialBalance.coalSulphurDioxide(state.coal(), state.sulphur(),
                    state.conversion()), SULPHUR);
            case BALANCE -> emission.balanced(MaterialBalance.vocsGenerated(state.materials()));
        };
    }

    private Calculation treated(Calculation generated, Basis basis) {
        return then(generated, mass -> then(efficiency(), efficiency -> then(
                MaterialBalance.emitted(pollutant, Optional.of(mass), Optional.of(efficiency), running(efficiency)),
                emitted -> known(basis, emitted))));
    }

    /** Without a treatment it does not matter how long it runs. */
    private Optional<BigDecimal> running(BigDecimal efficiency) {
        Optional<BigDecimal> share = efficiency.signum() == 0 ? state.running().or(() -> Optional.of(BigDecimal.ONE))
                : state.running();
        share.ifPresent(value -> inputs.add(new Input("k 实际运行率", value, "")));
        return share;
    }

    private Calculation balanced(Calculation generated) {
        return then(generated, mass -> then(efficiency(), efficiency -> {
            state.collected().ifPresent(share -> inputs.add(new Input("f 收集效率", share, "")));
            return then(MaterialBalance.vocsOrganised(Optional.of(mass), state.collected(), Optional.of(efficiency)),
                    organised -> then(MaterialBalance.vocsFugitive(Optional.of(mass), state.collected()),
                            fugitive -> known(BALANCE, organised.add(fugitive))));
        }));
    }

    private Calculation efficiency() {
        return MaterialBalance.seriesEfficiency(state.efficiencies());
    }

    private Calculation then(Calculation step, Function<BigDecimal, Calculation> next) {
        return switch (step) {
            case Calculation.Known known -> {
                known.explanation().inputs().stream().filter(input -> !input.name().matches("[Gf] .*|[ηk] .*"))
                        .forEach(inputs::add);
                yield next.apply(known.explanation().raw());
            }
            case Calculation.Unknown unknown -> unknown;
        };
    }

    private Calculation known(Basis basis, BigDecimal exact) {
        return new Calculation.Known(Explanation.of(pollutant.term() + "排放量", inputs, basis, exact, Rounding.HALF_EVEN,
                SCALE, TONNES));
    }
}
