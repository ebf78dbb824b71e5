package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Explanation.Basis;
import org.lantian.engine.quantity.Rounding;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * Accounting formulas for one outlet, one pollutant and one year. Concentrations in mg/m³ as measured (not converted
 * to reference oxygen), flow in Nm³/h of dry gas, time in hours a year, results in t/a to two decimals, half-even.
 */
public final class Emissions {

    private static final String CONCENTRATION = "毫克/立方米";
    private static final String TONNES = "吨";
    private static final int TONNES_SCALE = 2;
    private static final int CONCENTRATION_SCALE = 2;
    private static final int MILLIGRAMS_PER_TONNE_EXPONENT = 9;
    private static final BigDecimal OXYGEN_OF_AIR = BigDecimal.valueOf(21);
    private static final Basis MEASURED = new Basis("emission-measured", "1", "E = C × Q × T × 10⁻⁹",
            "HJ 884-2018 污染源源强核算技术指南 准则，实测法");
    private static final Basis REDUCTION = new Basis("reduction-by-concentration", "1", "ΔE = (C0 − C1) × Q × T × 10⁻⁹",
            "HJ 884-2018 污染源源强核算技术指南 准则，实测法（改造前后排放量之差）");
    private static final Basis BASELINE = new Basis("reduction-whole-baseline", "1", "ΔE = E0",
            "淘汰关停、搬迁入园：按基准年排放量全部计入");
    private static final Basis OXYGEN = new Basis("oxygen-correction", "1", "ρ = ρ′ × (21 − O2基准) ÷ (21 − O2实测)",
            "GB 13271-2014 第5.2条（基准氧含量排放浓度折算）");

    private static final Basis AS_MEASURED = new Basis("oxygen-as-measured", "1", "ρ′ = ρ × (21 − O2实测) ÷ (21 − O2基准)",
            "GB 13271-2014 第5.2条（基准氧含量排放浓度折算）");

    private Emissions() {
    }

    /** 实测法 (HJ 884-2018): E = C·Q·T·10⁻⁹ t/a. */
    public static Calculation measured(Pollutant pollutant, Optional<BigDecimal> concentration,
            Optional<BigDecimal> dryFlow, Optional<BigDecimal> hours) {
        String title = pollutant.term() + "排放量";
        return new Inputs(title).with("C 年均实测浓度", concentration, CONCENTRATION)
                .with("Q 标干流量", dryFlow, "标立方米/小时").with("T 年运行小时", hours, "小时")
                .then(inputs -> tonnes(title, inputs, MEASURED, mass(value(inputs, 0), inputs, 1)));
    }

    /**
     * Reduction by an upgrade that lowers the concentration: ΔE = (C0 − C1)·Q·T·10⁻⁹ t/a. A target above the present
     * concentration gives no reduction but an unknown with that reason.
     */
    public static Calculation reductionByConcentration(Pollutant pollutant, Optional<BigDecimal> present,
            Optional<BigDecimal> target, Optional<BigDecimal> dryFlow, Optional<BigDecimal> hours) {
        String title = pollutant.term() + "减排量";
        return new Inputs(title).with("C0 改造前浓度", present, CONCENTRATION).with("C1 目标浓度", target, CONCENTRATION)
                .with("Q 标干流量", dryFlow, "标立方米/小时").with("T 年运行小时", hours, "小时").then(inputs -> {
                    BigDecimal drop = value(inputs, 0).subtract(value(inputs, 1));
                    return drop.signum() < 0 ? Calculation.Unknown.unfit(title, "目标浓度高于现状浓度")
                            : tonnes(title, inputs, REDUCTION, mass(drop, inputs, 2));
                });
    }

    /** Closure or relocation out of the cluster: the whole emission of the base year, t/a. */
    public static Calculation wholeBaseline(Pollutant pollutant, Optional<BigDecimal> emission) {
        String title = pollutant.term() + "减排量";
        return new Inputs(title).with("E0 基准年排放量", emission, TONNES)
                .then(inputs -> tonnes(title, inputs, BASELINE, value(inputs, 0)));
    }

    /**
     * Conversion to the reference oxygen content (GB 13271-2014 §5.2): ρ = ρ'·(21 − O2ref)/(21 − O2meas), mg/m³ to
     * two decimals. Oxygen in percent by volume; a measured content of 21 or more cannot be converted.
     */
    public static Calculation oxygenCorrected(Optional<BigDecimal> concentration, Optional<BigDecimal> measuredOxygen,
            Optional<BigDecimal> referenceOxygen) {
        String title = "折算浓度";
        return new Inputs(title).with("ρ′ 实测浓度", concentration, CONCENTRATION).with("O2实测", measuredOxygen, "%")
                .with("O2基准", referenceOxygen, "%").then(inputs -> {
                    BigDecimal dilution = OXYGEN_OF_AIR.subtract(value(inputs, 1));
                    if (dilution.signum() <= 0) {
                        return Calculation.Unknown.unfit(title, "实测氧含量应低于21%");
                    }
                    BigDecimal exact = value(inputs, 0).multiply(OXYGEN_OF_AIR.subtract(value(inputs, 2)))
                            .divide(dilution, MathContext.DECIMAL128);
                    return new Calculation.Known(Explanation.of(title, inputs, OXYGEN, exact, Rounding.HALF_EVEN,
                            CONCENTRATION_SCALE, CONCENTRATION));
                });
    }

    /**
     * The reverse of {@link #oxygenCorrected}: what a concentration at the reference oxygen content is as measured,
     * ρ′ = ρ·(21 − O2meas)/(21 − O2ref), mg/m³ to two decimals. Emissions are counted from concentrations as measured.
     */
    public static Calculation asMeasured(Optional<BigDecimal> concentration, Optional<BigDecimal> measuredOxygen,
            Optional<BigDecimal> referenceOxygen) {
        String title = "目标浓度换算为实测状态";
        return new Inputs(title).with("ρ 基准氧含量下的浓度", concentration, CONCENTRATION).with("O2实测", measuredOxygen, "%")
                .with("O2基准", referenceOxygen, "%").then(inputs -> {
                    BigDecimal dilution = OXYGEN_OF_AIR.subtract(value(inputs, 1));
                    if (dilution.signum() <= 0) {
                        return Calculation.Unknown.unfit(title, "实测氧含量应低于21%");
                    }
                    BigDecimal exact = value(inputs, 0).multiply(dilution)
                            .divide(OXYGEN_OF_AIR.subtract(value(inputs, 2)), MathContext.DECIMAL128);
                    return new Calculation.Known(Explanation.of(title, inputs, AS_MEASURED, exact, Rounding.HALF_EVEN,
                            CONCENTRATION_SCALE, CONCENTRATION));
                });
    }

    private static BigDecimal mass(BigDecimal concentration, List<Explanation.Input> inputs, int flowIndex) {
        return concentration.multiply(value(inputs, flowIndex)).multiply(value(inputs, flowIndex + 1))
                .movePointLeft(MILLIGRAMS_PER_TONNE_EXPONENT);
    }

    private static BigDecimal value(List<Explanation.Input> inputs, int index) {
        return inputs.get(index).value();
    }

    private static Calculation tonnes(String title, List<Explanation.Input> inputs, Basis basis, BigDecimal exact) {
        return new Calculation.Known(
                Explanation.of(title, inputs, basis, exact, Rounding.HALF_EVEN, TONNES_SCALE, TONNES));
    }
}
