package org.lantian.plan.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.emission.Accounting;
import org.lantian.engine.emission.Calculation;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Explanation.Basis;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.quantity.Rounding;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * Reductions of one enterprise that are accounted by coefficients or balances: emission before less emission after, in
 * the order of the measures. A unit and pollutant is counted once: where an earlier measure ended, the next begins.
 */
final class AccountedReductions {

    private static final String TONNES = "吨";
    private static final int SCALE = 2;
    private static final String WHOLE = "";

    /** What is left of a unit, blank for the whole enterprise. */
    private final Map<Pollutant, Map<String, BigDecimal>> left = new EnumMap<>(Pollutant.class);

    /** Whether an account of the whole enterprise holds all of the pollutant. */
    boolean coversAll(Pollutant pollutant) {
        return left(pollutant).containsKey(WHOLE);
    }

    private Map<String, BigDecimal> left(Pollutant pollutant) {
        return left.computeIfAbsent(pollutant, _ -> new HashMap<>());
    }

    /** What one step of a sum says. */
    private sealed interface Step {
        record Known(BigDecimal tonnes) implements Step {
        }

        record Unknown(String note) implements Step {
        }
    }

    private final class Sum {

        private final Pollutant pollutant;
        private final boolean whole;
        private final BigDecimal claimed;
        private final Map<String, BigDecimal> leaves = new HashMap<>();
        private final List<Input> inputs = new ArrayList<>();
        private final Set<String> formulas = new LinkedHashSet<>();
        private final Set<String> sources = new LinkedHashSet<>();
        private final Set<String> rules = new LinkedHashSet<>();

        Sum(Pollutant pollutant, boolean whole, BigDecimal claimed) {
            this.pollutant = pollutant;
            this.whole = whole;
            this.claimed = claimed;
        }

        Step add(Accounting account) {
            String unit = account.unit().isBlank() ? "" : account.unit() + "：";
            if (overlaps(account)) {
                return new Step.Unknown(pollutant.term() + "既按全厂又按单元核算，会重复计入，请统一核算单元。");
            }
            Optional<Calculation> after = whole ? Optional.empty() : account.emissionAfter();
            if (!whole && after.isEmpty()) {
                return new Step.Unknown(unit + pollutant.term() + "减排量无法核算，数据缺失：改造后的核算参数。");
            }
            if (account.emissionBefore() instanceof Calculation.Unknown unknown) {
                return new Step.Unknown(unit + "改造前" + unknown.text());
            }
            if (after.isPresent() && after.get() instanceof Calculation.Unknown unknown) {
                return new Step.Unknown(unit + "改造后" + unknown.text());
            }
            BigDecimal base = tell(unit + "改造前 ", account.emissionBefore());
            if (closesAll(account) && claimed.compareTo(base) > 0) {
                return new Step.Unknown("前序任务的" + pollutant.term() + "减排量（" + Decimals.print(claimed) + "吨）已超过改造前排放量（"
                        + Decimals.print(base) + "吨），请核对。");
            }
            BigDecimal from = from(account, base);
            BigDecimal to = after.map(calculation -> tell(unit + "改造后 ", calculation)).orElse(BigDecimal.ZERO);
            if (from.compareTo(to) < 0) {
                return new Step.Unknown(unit + pollutant.term() + "改造后排放量（" + Decimals.print(to) + "吨）高于改造前（"
                        + Decimals.print(from) + "吨），没有可核算的减排量。");
            }
            leaves.put(account.unit().strip(), to);
            return new Step.Known(from.subtract(to));
        }

        /** A closure of the whole enterprise takes what is left; otherwise its units say not which tonnes they share with it. */
        private boolean overlaps(Accounting account) {
            Set<String> units = left(pollutant).keySet();
            return account.unit().isBlank() ? !closesAll(account) && units.stream().anyMatch(unit -> !unit.isEmpty())
                    : units.contains(WHOLE);
        }

        private boolean closesAll(Accounting account) {
            return whole && account.unit().isBlank();
        }

        /** Less than the base year's where earlier measures took their part. */
        private BigDecimal from(Accounting account, BigDecimal base) {
            BigDecimal from = closesAll(account) ? base.subtract(claimed)
                    : Optional.ofNullable(left(pollutant).get(account.unit().strip())).map(base::min).orElse(base);
            if (from.compareTo(base) != 0) {
                inputs.add(new Input("前序任务已计入", from.subtract(base), TONNES));
            }
            return from;
        }

        private BigDecimal tell(String prefix, Calculation calculation) {
            Explanation told = calculation.found().orElseThrow();
            told.inputs().forEach(input -> inputs.add(new Input(prefix + input.name(), input.value(), input.unit())));
            formulas.add(told.formula());
            sources.add(told.source());
            rules.add(told.rule());
            return told.raw();
        }

        Part part(BigDecimal total) {
            Basis basis = new Basis("reduction-by-" + String.join("+", rules), "1", "ΔE = E改造前"
                    + (whole ? "（全部计入）" : " − E改造后") + "；" + String.join("；", formulas), String.join("；", sources));
            return Part.computed(Explanation.of(pollutant.term() + "减排量", inputs, basis, total, Rounding.HALF_EVEN, SCALE,
                    TONNES));
        }
    }

    /**
     * The reduction of one measure.
     *
     * @param whole whether nothing is left: a closure or relocation
     * @param claimed tonnes that earlier measures took in another way
     * @return with raw tonnes in its explanation, or unknown
     */
    Part of(Pollutant pollutant, List<Accounting> accounts, boolean whole, BigDecimal claimed) {
        Sum sum = new Sum(pollutant, whole, claimed);
        BigDecimal total = BigDecimal.ZERO;
        for (Accounting account : accounts) {
            switch (sum.add(account)) {
                case Step.Known(BigDecimal tonnes) -> total = total.add(tonnes);
                case Step.Unknown(String note) -> {
                    return Part.unknown(note);
                }
            }
        }
        left(pollutant).putAll(sum.leaves);
        return sum.part(total);
    }
}
