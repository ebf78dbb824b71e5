package org.lantian.plan.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.emission.Calculation;
import org.lantian.engine.emission.Emissions;
import org.lantian.engine.emission.GoalConcentrations;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Explanation.Basis;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.quantity.Rounding;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * Reductions of one enterprise's measures, taken in the order of their deadlines: each starts from the concentrations
 * that the one before left, so that no tonne counts twice. An outlet without a concentration of a pollutant does not
 * emit it as far as is known; if no outlet has one, the reduction is unknown, never 0. Sums are rounded once, to two
 * decimals, half-even (GB/T 8170).
 */
final class Reductions {

    private static final Basis SUM = new Basis("reduction-of-outlets", "1", "ΔE = Σ（C0 − C1）× Q × T × 10⁻⁹，逐排放口相加",
            "HJ 884-2018 污染源源强核算技术指南 准则，实测法");
    private static final Basis WHOLE = new Basis("reduction-whole-outlets", "1", "ΔE = ΣC0 × Q × T × 10⁻⁹，逐排放口相加",
            "HJ 884-2018 污染源源强核算技术指南 准则，实测法；淘汰关停、搬迁入园按基准年排放量全部计入");
    private static final String TONNES = "吨";

    /**
     * What a measure aims at.
     *
     * @param goal its goal sentence, read for concentrations where no target is given
     * @param targets by outlet number (blank for all outlets) and pollutant, mg/m³
     */
    record Aim(String measure, UpgradeType type, String goal, Map<String, Map<Pollutant, BigDecimal>> targets) {
    }

    private final List<Map<Field, FieldValue>> outlets;
    private final Map<String, BigDecimal> present = new HashMap<>();

    private Reductions(EnterpriseFacts enterprise) {
        this.outlets = enterprise.rowsOf(FieldGroup.OUTLET);
    }

    /** Measure to its parts; a pollutant that a measure does not aim at is left out. */
    static Map<String, Map<Pollutant, Part>> of(EnterpriseFacts enterprise, List<Aim> inOrder) {
        Reductions reductions = new Reductions(enterprise);
        Map<String, Map<Pollutant, Part>> result = new LinkedHashMap<>();
        inOrder.forEach(aim -> result.put(aim.measure(), reductions.parts(aim)));
        return result;
    }

    private Map<Pollutant, Part> parts(Aim aim) {
        Map<Pollutant, Part> parts = new EnumMap<>(Pollutant.class);
        boolean whole = aim.type() == UpgradeType.CLOSURE || aim.type() == UpgradeType.RELOCATION;
        Map<Pollutant, BigDecimal> named = whole ? Map.of() : GoalConcentrations.parse(aim.goal());
        for (Pollutant pollutant : Pollutant.values()) {
            if (whole) {
                if (emits(pollutant)) {
                    parts.put(pollutant, sum(pollutant, outlet -> Optional.of(BigDecimal.ZERO), WHOLE));
                }
            } else if (named.containsKey(pollutant) || targeted(aim, pollutant)) {
                parts.put(pollutant, sum(pollutant, outlet -> target(aim, named, outlet, pollutant), SUM));
            }
        }
        if (whole && parts.isEmpty()) {
            parts.put(Pollutant.PM, Part.unknown("没有排放口浓度数据，无法核算。"));
        }
        return parts;
    }

    private static boolean targeted(Aim aim, Pollutant pollutant) {
        return aim.targets().values().stream().anyMatch(targets -> targets.containsKey(pollutant));
    }

    private static Optional<BigDecimal> target(Aim aim, Map<Pollutant, BigDecimal> named, String outlet,
            Pollutant pollutant) {
        return Optional.ofNullable(aim.targets().getOrDefault(outlet, Map.of()).get(pollutant))
                .or(() -> Optional.ofNullable(aim.targets().getOrDefault("", Map.of()).get(pollutant)))
                .or(() -> Optional.ofNullable(named.get(pollutant)));
    }

    private boolean emits(Pollutant pollutant) {
        return outlets.stream().anyMatch(outlet -> number(outlet, concentration(pollutant)).isPresent());
    }

    /** The target of an outlet, by its number. */
    private interface Targets {
        Optional<BigDecimal> of(String outlet);
    }

    private Part sum(Pollutant pollutant, Targets targets, Basis basis) {
        if (outlets.isEmpty()) {
            return Part.unknown("没有登记排放口，" + pollutant.term() + "减排量无法核算。");
        }
        if (!emits(pollutant)) {
            return Part.unknown("排放口没有" + pollutant.term() + "浓度数据，减排量无法核算。");
        }
        List<Input> inputs = new ArrayList<>();
        boolean below = false;
        BigDecimal total = BigDecimal.ZERO;
        for (Map<Field, FieldValue> outlet : outlets) {
            String number = text(outlet, Field.OUTLET_NUMBER);
            Optional<BigDecimal> measured = number(outlet, concentration(pollutant));
            Optional<BigDecimal> target = targets.of(number);
            if (measured.isEmpty() || target.isEmpty()) {
                continue;
            }
            BigDecimal before = present.getOrDefault(key(number, pollutant), measured.get());
            if (before.compareTo(target.get()) < 0) {
                below = true;
                continue;
            }
            switch (Emissions.reductionByConcentration(pollutant, Optional.of(before), target,
                    number(outlet, Field.OUTLET_DRY_FLOW), number(outlet, Field.OUTLET_HOURS))) {
                case Calculation.Known known -> {
                    inputs.add(new Input(number + "（" + before.toPlainString() + "→" + target.get().toPlainString() + "）",
                            known.explanation().raw(), TONNES));
                    total = total.add(known.explanation().raw());
                    present.put(key(number, pollutant), target.get());
                }
                case Calculation.Unknown unknown -> {
                    return Part.unknown("排放口" + number + "：" + unknown.text());
                }
            }
        }
        if (inputs.isEmpty()) {
            return Part.unknown(below ? pollutant.term() + "现状浓度已低于目标浓度，没有可核算的减排量。"
                    : pollutant.term() + "没有对应排放口的目标浓度。");
        }
        return Part.computed(Explanation.of(pollutant.term() + "减排量", inputs, basis, total, Rounding.HALF_EVEN, 2, TONNES));
    }

    private static String key(String outlet, Pollutant pollutant) {
        return outlet + "/" + pollutant;
    }

    private static Field concentration(Pollutant pollutant) {
        return switch (pollutant) {
            case PM -> Field.OUTLET_CONCENTRATION_PM;
            case SO2 -> Field.OUTLET_CONCENTRATION_SO2;
            case NOX -> Field.OUTLET_CONCENTRATION_NOX;
            case VOCS -> Field.OUTLET_CONCENTRATION_VOCS;
        };
    }

    private static Optional<BigDecimal> number(Map<Field, FieldValue> outlet, Field field) {
        return outlet.get(field) instanceof FieldValue.Number(BigDecimal value) ? Optional.of(value) : Optional.empty();
    }

    private static String text(Map<Field, FieldValue> outlet, Field field) {
        return outlet.get(field) instanceof FieldValue.Text(String value) ? value : "";
    }
}
