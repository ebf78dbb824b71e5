package org.lantian.plan.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.emission.Accounting;
import org.lantian.engine.emission.Calculation;
import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.engine.emission.Emissions;
import org.lantian.engine.emission.GoalConcentrations;
import org.lantian.engine.emission.ReferenceOxygen;
import org.lantian.engine.quantity.Decimals;
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
 * decimals, half-even (GB/T 8170). Targets hold at the reference oxygen content where the outlet's source category has
 * one; emissions are counted as measured, so such a target is turned back first. What a person entered for an earlier
 * measure is taken off a later closure.
 */
final class Reductions {

    private static final Basis SUM = new Basis("reduction-of-outlets", "1", "ΔE = Σ（C0 − C1）× Q × T × 10⁻⁹，逐排放口相加",
            "HJ 884-2018 污染源源强核算技术指南 准则，实测法");
    private static final Basis WHOLE = new Basis("reduction-whole-outlets", "1", "ΔE = ΣC0 × Q × T × 10⁻⁹，逐排放口相加",
            "HJ 884-2018 污染源源强核算技术指南 准则，实测法；淘汰关停、搬迁入园按基准年排放量全部计入");
    private static final String TONNES = "吨";
    private static final int CONCENTRATION_SCALE = 2;

    /**
     * What a measure aims at.
     *
     * @param goal its goal sentence, read for concentrations where no target is given
     * @param targets by outlet number (blank for all outlets) and pollutant, mg/m³
     * @param entered tonnes that a person entered; such a pollutant is not computed
     * @param accounts coefficients and balances; such a pollutant is not computed from outlets
     */
    record Aim(String measure, UpgradeType type, String goal, Map<String, Map<Pollutant, BigDecimal>> targets,
            Map<Pollutant, BigDecimal> entered, List<Accounting> accounts) {

        Aim(String measure, UpgradeType type, String goal, Map<String, Map<Pollutant, BigDecimal>> targets,
                Map<Pollutant, BigDecimal> entered) {
            this(measure, type, goal, targets, entered, List.of());
        }

        List<Accounting> accountsOf(Pollutant pollutant) {
            return accounts.stream().filter(account -> account.pollutant() == pollutant).toList();
        }
    }

    private final List<Map<Field, FieldValue>> outlets;
    private final ReferenceOxygen references;
    private final Map<String, BigDecimal> present = new HashMap<>();
    private final Map<Pollutant, BigDecimal> claimed = new EnumMap<>(Pollutant.class);
    private final AccountedReductions accounted = new AccountedReductions();
    private final Set<Pollutant> measured = EnumSet.noneOf(Pollutant.class);

    private Reductions(EnterpriseFacts enterprise, ReferenceOxygen references) {
        this.outlets = enterprise.rowsOf(FieldGroup.OUTLET);
        this.references = references;
    }

    /** Measure to its parts; a pollutant that a measure does not aim at is left out. */
    static Map<String, Map<Pollutant, Part>> of(EnterpriseFacts enterprise, ReferenceOxygen references, List<Aim> inOrder) {
        Reductions reductions = new Reductions(enterprise, references);
        Map<String, Map<Pollutant, Part>> result = new LinkedHashMap<>();
        inOrder.forEach(aim -> result.put(aim.measure(), reductions.parts(aim)));
        return result;
    }

    private Map<Pollutant, Part> parts(Aim aim) {
        Map<Pollutant, Part> parts = new EnumMap<>(Pollutant.class);
        boolean whole = aim.type() == UpgradeType.CLOSURE || aim.type() == UpgradeType.RELOCATION;
        Map<Pollutant, BigDecimal> named = whole ? Map.of() : GoalConcentrations.parse(aim.goal());
        for (Pollutant pollutant : Pollutant.values()) {
            if (aim.entered().containsKey(pollutant)) {
                claimed.merge(pollutant, aim.entered().get(pollutant), BigDecimal::add);
            } else if (!aim.accountsOf(pollutant).isEmpty()) {
                parts.put(pollutant, accounted(pollutant, aim.accountsOf(pollutant), whole));
            } else if (whole) {
                if (emits(pollutant)) {
                    parts.put(pollutant, sum(pollutant, _ -> Optional.of(BigDecimal.ZERO), WHOLE));
                }
            } else if (named.containsKey(pollutant) || targeted(aim, pollutant)) {
                parts.put(pollutant, sum(pollutant, outlet -> target(aim, named, outlet, pollutant), SUM));
            }
        }
        if (whole && parts.isEmpty() && aim.entered().isEmpty()) {
            parts.put(Pollutant.PM, Part.unknown("没有排放口浓度数据，无法核算。"));
        }
        return parts;
    }

    /** Outlets and accounts of one pollutant do not say which tonnes they share. */
    private Part accounted(Pollutant pollutant, List<Accounting> accounts, boolean whole) {
        if (measured.contains(pollutant) && accounts.stream().anyMatch(account -> account.unit().isBlank())) {
            return Part.unknown("前序任务已按排放口核算" + pollutant.term() + "减排量，全厂核算会重复计入，请写明核算单元。");
        }
        Part part = accounted.of(pollutant, accounts, whole, claimed.getOrDefault(pollutant, BigDecimal.ZERO));
        part.explanation().ifPresent(told -> claimed.merge(pollutant, told.raw(), BigDecimal::add));
        return part;
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
        return outlets.stream().anyMatch(outlet -> number(outlet, ConcentrationFields.OUTLET.of(pollutant)).isPresent());
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
        if (accounted.coversAll(pollutant) && basis == SUM) {
            return Part.unknown("前序任务已按全厂核算" + pollutant.term() + "减排量，按排放口会重复计入，请写明核算单元。");
        }
        List<Input> inputs = new ArrayList<>();
        boolean below = false;
        BigDecimal total = BigDecimal.ZERO;
        Map<String, BigDecimal> after = new HashMap<>();
        for (Map<Field, FieldValue> outlet : outlets) {
            String number = text(outlet, Field.OUTLET_NUMBER);
            Optional<BigDecimal> measured = number(outlet, ConcentrationFields.OUTLET.of(pollutant));
            Optional<BigDecimal> aimed = targets.of(number);
            if (measured.isEmpty() || aimed.isEmpty()) {
                continue;
            }
            Optional<Calculation> converted = asMeasured(outlet, aimed.get());
            if (converted.isPresent() && converted.get() instanceof Calculation.Unknown unknown) {
                return Part.unknown("排放口" + number + "：" + unknown.text());
            }
            Optional<BigDecimal> target = converted.flatMap(Calculation::found).map(Explanation::raw).or(() -> aimed);
            BigDecimal before = present.getOrDefault(key(number, pollutant), measured.get());
            if (before.compareTo(target.get()) < 0) {
                below = true;
                continue;
            }
            switch (Emissions.reductionByConcentration(pollutant, Optional.of(before), target,
                    number(outlet, Field.OUTLET_DRY_FLOW), number(outlet, Field.OUTLET_HOURS))) {
                case Calculation.Known known -> {
                    inputs.add(new Input(number + "（" + change(before, aimed.get(), target.get()) + "）",
                            known.explanation().raw(), TONNES));
                    total = total.add(known.explanation().raw());
                    after.put(key(number, pollutant), target.get());
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
        BigDecimal earlier = basis == WHOLE ? claimed.getOrDefault(pollutant, BigDecimal.ZERO) : BigDecimal.ZERO;
        if (earlier.signum() > 0) {
            if (total.compareTo(earlier) < 0) {
                return Part.unknown("前序任务人工填报或按系数核算的" + pollutant.term() + "减排量（" + Decimals.print(earlier)
                        + "吨）已超过按排放口核算的排放量，请核对。");
            }
            inputs.add(new Input("前序任务已计入（人工填报或按系数核算）", earlier.negate(), TONNES));
            total = total.subtract(earlier);
            claimed.remove(pollutant);
        }
        present.putAll(after);
        measured.add(pollutant);
        return Part.computed(Explanation.of(pollutant.term() + "减排量", inputs, basis, total, Rounding.HALF_EVEN, 2, TONNES));
    }

    /** A target of zero needs no oxygen; a category without a reference is compared as measured. */
    private Optional<Calculation> asMeasured(Map<Field, FieldValue> outlet, BigDecimal target) {
        Optional<BigDecimal> reference = references.find(text(outlet, Field.OUTLET_SOURCE_CATEGORY));
        return target.signum() == 0 || reference.isEmpty() ? Optional.empty()
                : Optional.of(Emissions.asMeasured(Optional.of(target), number(outlet, Field.OUTLET_OXYGEN), reference));
    }

    private static String change(BigDecimal before, BigDecimal aimed, BigDecimal target) {
        String plain = Decimals.print(Rounding.HALF_EVEN.round(before, CONCENTRATION_SCALE)) + "→"
                + Decimals.print(Rounding.HALF_EVEN.round(target, CONCENTRATION_SCALE));
        return aimed.compareTo(target) == 0 ? plain : plain + "，由基准氧含量下" + Decimals.print(aimed) + "换算";
    }

    private static String key(String outlet, Pollutant pollutant) {
        return outlet + "/" + pollutant;
    }

    private static Optional<BigDecimal> number(Map<Field, FieldValue> outlet, Field field) {
        return FieldValue.number(outlet, field);
    }

    private static String text(Map<Field, FieldValue> outlet, Field field) {
        return outlet.get(field) instanceof FieldValue.Text(String value) ? value : "";
    }
}
