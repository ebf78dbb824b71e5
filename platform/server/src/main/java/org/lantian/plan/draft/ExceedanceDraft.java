package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.engine.emission.Emissions;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Explanation;
import org.lantian.plan.draft.Values.Row;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * The outlets' concentrations against the limits that apply to them: a limit with a reference oxygen content is
 * compared with the converted concentration. Limits are hourly means, so that a yearly mean below one proves nothing.
 */
final class ExceedanceDraft {

    /** Exceedances told in the text; the rest is in tables 2 and 3. */
    private static final int LISTED = 8;

    private final ClusterFacts facts;
    private final List<EmissionLimit> limits;

    ExceedanceDraft(ClusterFacts facts, List<EmissionLimit> limits) {
        this.facts = facts;
        this.limits = limits;
    }

    /** One concentration beside its limit. */
    private record Comparison(Row outlet, EmissionLimit limit, BigDecimal value, Optional<Explanation> conversion) {
        boolean exceeds() {
            return value.compareTo(limit.value()) > 0;
        }
    }

    Sentence write(Sentence sentence) {
        List<Row> outlets = Values.rows(facts, FieldGroup.OUTLET)
                .filter(row -> row.text(Field.OUTLET_SOURCE_CATEGORY).isPresent()).toList();
        List<Comparison> comparisons = outlets.stream().flatMap(row -> compare(row).stream()).toList();
        if (outlets.isEmpty()) {
            return sentence;
        }
        if (comparisons.isEmpty()) {
            return sentence.say("台账中没有可与限值对照的排放口浓度数据，达标情况待监测后核定。");
        }
        List<Comparison> exceeding = comparisons.stream().filter(Comparison::exceeds).toList();
        sentence.say("以排放口年均浓度与限值对照，").count("可对照的排放口", outlets(comparisons), "个").say("排放口有可对照的数据，");
        if (exceeding.isEmpty()) {
            return sentence.say("均未超过限值（限值为小时均值，年均浓度未超过不等于小时浓度稳定达标）。");
        }
        sentence.say("其中").count("超过限值的排放口", outlets(exceeding), "个").say("超过限值，涉及企业")
                .count("有排放口超过限值的企业", enterprises(exceeding), "家").say("：");
        String between = "";
        for (Comparison one : exceeding.subList(0, Math.min(LISTED, exceeding.size()))) {
            sentence.say(between);
            tell(sentence, one);
            between = "；";
        }
        return sentence.say(exceeding.size() > LISTED ? "；其余见表3。" : "。");
    }

    private List<Comparison> compare(Row outlet) {
        List<Comparison> found = new ArrayList<>();
        String category = outlet.text(Field.OUTLET_SOURCE_CATEGORY).orElseThrow();
        for (EmissionLimit limit : limits) {
            Optional<BigDecimal> measured = outlet.number(ConcentrationFields.OUTLET.of(limit.pollutant()));
            if (!limit.sourceCategory().equals(category) || measured.isEmpty()) {
                continue;
            }
            if (limit.referenceOxygen().isEmpty()) {
                found.add(new Comparison(outlet, limit, measured.get(), Optional.empty()));
                continue;
            }
            Emissions.oxygenCorrected(measured, outlet.number(Field.OUTLET_OXYGEN), limit.referenceOxygen()).found()
                    .ifPresent(conversion -> found.add(new Comparison(outlet, limit, conversion.result().value(),
                            Optional.of(conversion))));
        }
        return found;
    }

    private static void tell(Sentence sentence, Comparison one) {
        sentence.say(Values.name(one.outlet().enterprise()) + one.outlet().text(Field.OUTLET_NUMBER).orElse("排放口")
                + one.limit().pollutant().term() + one.conversion().map(ignored -> "折算浓度").orElse("浓度"));
        if (one.conversion().isPresent()) {
            sentence.figure(one.conversion().get());
        } else {
            sentence.say(Decimals.print(one.value()) + "毫克/立方米");
        }
        sentence.say("（限值" + Decimals.print(one.limit().value()) + "毫克/立方米）");
    }

    private static long outlets(List<Comparison> comparisons) {
        return comparisons.stream().map(Comparison::outlet).distinct().count();
    }

    private static long enterprises(List<Comparison> comparisons) {
        return comparisons.stream().map(one -> one.outlet().enterprise().key()).distinct().count();
    }
}
