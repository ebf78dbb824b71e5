package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Explanation.Basis;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.quantity.Rounding;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * Emissions without a measured concentration: by coefficient, by material balance, by the sulphur of coal. Shares and
 * efficiencies are fractions from 0 to 1, contents are percent by mass; results in t/a to two decimals, half-even.
 */
public final class MaterialBalance {

    private static final String TONNES = "吨";
    private static final int SCALE = 2;
    private static final int EFFICIENCY_SCALE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String SOURCE = "《排放源统计调查产排污核算方法和系数手册》（公告2021年第24号）";
    private static final Basis GENERATED = new Basis("generation-by-coefficient", "1", "G = 产污系数 × 产品产量（原料用量）÷ 1000",
            SOURCE);
    private static final Basis EMITTED = new Basis("emission-by-coefficient", "1", "E = G × (1 − η × k)", SOURCE);
    private static final Basis SOLVENT = new Basis("vocs-generation", "1", "G = Σ（使用量 × VOCs含量）", "物料衡算法");
    private static final Basis ORGANISED = new Basis("vocs-organised", "1", "E有组织 = G × f × (1 − η)", "物料衡算法");
    private static final Basis FUGITIVE = new Basis("vocs-fugitive", "1", "E无组织 = G × (1 − f)", "物料衡算法");
    private static final Basis SULPHUR = new Basis("coal-sulphur-dioxide", "1", "G = 2 × 耗煤量 × 含硫率 × 转化率", "物料衡算法（硫平衡）");
    private static final Basis SERIES = new Basis("series-efficiency", "1", "η = 1 − Π（1 − ηi）", "多级治理设施串联的总效率");

    private MaterialBalance() {
    }

    /**
     * A material with VOCs.
     *
     * @param use tonnes a year
     * @param content percent by mass
     */
    public record Material(String name, BigDecimal use, BigDecimal content) {
    }

    /** 产污系数法: generation from a coefficient in kg a unit of activity. */
    public static Calculation generated(Pollutant pollutant, Optional<BigDecimal> coefficient, Optional<BigDecimal> activity) {
        String title = pollutant.term() + "产生量";
        return new Inputs(title).with("产污系数", coefficient, "千克/单位").with("产品产量（原料用量）", activity, "单位")
                .then(inputs -> tonnes(title, inputs, GENERATED,
                        inputs.get(0).value().multiply(inputs.get(1).value()).movePointLeft(3)));
    }

    /** Emission behind a treatment of efficiency η that really runs for the share k. */
    public static Calculation emitted(Pollutant pollutant, Optional<BigDecimal> generated, Optional<BigDecimal> efficiency,
            Optional<BigDecimal> running) {
        String title = pollutant.term() + "排放量";
        return shares(title, generated, efficiency, running, inputs -> tonnes(title, inputs, EMITTED,
                inputs.get(0).value().multiply(rest(product(inputs)))));
    }

    /** VOCs that the materials hold. */
    public static Calculation vocsGenerated(List<Material> materials) {
        String title = "VOCs产生量";
        if (materials.isEmpty()) {
            return Calculation.Unknown.missing(title, List.of("含VOCs原辅材料的使用量和含量"));
        }
        if (materials.stream().anyMatch(one -> one.content().signum() < 0 || one.content().compareTo(HUNDRED) > 0)) {
            return Calculation.Unknown.unfit(title, "VOCs含量应为0到100%");
        }
        List<Input> inputs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Material one : materials) {
            inputs.add(new Input(one.name() + "使用量", one.use(), TONNES));
            inputs.add(new Input(one.name() + "VOCs含量", one.content(), "%"));
            sum = sum.add(one.use().multiply(one.content()).movePointLeft(2));
        }
        return tonnes(title, inputs, SOLVENT, sum);
    }

    /** VOCs that leave by the outlet: collected with share f, then treated with efficiency η. */
    public static Calculation vocsOrganised(Optional<BigDecimal> generated, Optional<BigDecimal> collected,
            Optional<BigDecimal> efficiency) {
        String title = "VOCs有组织排放量";
        return shares(title, generated, collected, efficiency, inputs -> tonnes(title, inputs, ORGANISED,
                inputs.get(0).value().multiply(inputs.get(1).value()).multiply(rest(inputs.get(2).value()))));
    }

    /** VOCs that are not collected. */
    public static Calculation vocsFugitive(Optional<BigDecimal> generated, Optional<BigDecimal> collected) {
        String title = "VOCs无组织排放量";
        return new Inputs(title).with("G 产生量", generated, TONNES).with("f 收集效率", collected, "")
                .then(inputs -> share(inputs.get(1).value()) ? tonnes(title, inputs, FUGITIVE,
                        inputs.get(0).value().multiply(rest(inputs.get(1).value())))
                        : Calculation.Unknown.unfit(title, "收集效率应为0到1"));
    }

    /**
     * SO2 of burnt coal.
     *
     * @param coal tonnes a year
     * @param sulphur percent by mass
     * @param conversion share of the sulphur that becomes SO2
     */
    public static Calculation coalSulphurDioxide(Optional<BigDecimal> coal, Optional<BigDecimal> sulphur,
            Optional<BigDecimal> conversion) {
        String title = "SO2产生量";
        return new Inputs(title).with("耗煤量", coal, TONNES).with("含硫率", sulphur, "%").with("转化率", conversion, "")
                .then(inputs -> share(inputs.get(2).value()) ? tonnes(title, inputs, SULPHUR, inputs.get(0).value()
                        .multiply(inputs.get(1).value()).movePointLeft(2).multiply(inputs.get(2).value())
                        .multiply(BigDecimal.TWO)) : Calculation.Unknown.unfit(title, "转化率应为0到1"));
    }

    /** Efficiency of treatments in a row, to four decimals. */
    public static Calculation seriesEfficiency(List<BigDecimal> efficiencies) {
        String title = "串联总效率";
        if (efficiencies.isEmpty()) {
            return Calculation.Unknown.missing(title, List.of("各级效率"));
        }
        if (!efficiencies.stream().allMatch(MaterialBalance::share)) {
            return Calculation.Unknown.unfit(title, "各级效率应为0到1");
        }
        List<Input> inputs = new ArrayList<>();
        BigDecimal left = BigDecimal.ONE;
        for (BigDecimal one : efficiencies) {
            inputs.add(new Input("η" + (inputs.size() + 1), one, ""));
            left = left.multiply(rest(one), MathContext.DECIMAL128);
        }
        return new Calculation.Known(
                Explanation.of(title, inputs, SERIES, rest(left), Rounding.HALF_EVEN, EFFICIENCY_SCALE, ""));
    }

    private interface Formula {
        Calculation of(List<Input> inputs);
    }

    private static Calculation shares(String title, Optional<BigDecimal> generated, Optional<BigDecimal> first,
            Optional<BigDecimal> second, Formula formula) {
        boolean collected = title.startsWith("VOCs有组织");
        return new Inputs(title).with("G 产生量", generated, TONNES).with(collected ? "f 收集效率" : "η 治理效率", first, "")
                .with(collected ? "η 治理效率" : "k 实际运行率", second, "")
                .then(inputs -> Stream.of(1, 2).allMatch(index -> share(inputs.get(index).value())) ? formula.of(inputs)
                        : Calculation.Unknown.unfit(title, "效率和运行率应为0到1"));
    }

    private static BigDecimal product(List<Input> inputs) {
        return inputs.get(1).value().multiply(inputs.get(2).value());
    }

    private static BigDecimal rest(BigDecimal share) {
        return BigDecimal.ONE.subtract(share);
    }

    private static boolean share(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    private static Calculation tonnes(String title, List<Input> inputs, Basis basis, BigDecimal exact) {
        return new Calculation.Known(Explanation.of(title, inputs, basis, exact, Rounding.HALF_EVEN, SCALE, TONNES));
    }
}
