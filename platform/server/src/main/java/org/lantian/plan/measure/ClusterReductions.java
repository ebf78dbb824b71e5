package org.lantian.plan.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.lantian.engine.emission.ReferenceOxygen;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Explanation.Basis;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.quantity.Rounding;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.plan.draft.MeasureFacts.Method;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plan.draft.MeasureFacts.Reduction;
import org.lantian.plugin.vocabulary.Pollutant;

/** Reductions of all measures of a cluster; what was entered by hand is kept. */
final class ClusterReductions {

    private static final Basis MEMBERS = new Basis("reduction-of-members", "1", "集群成员企业减排量相加", "表4");

    private final List<EnterpriseFacts> enterprises;

    private final ReferenceOxygen references;

    ClusterReductions(List<EnterpriseFacts> enterprises, ReferenceOxygen references) {
        this.enterprises = enterprises;
        this.references = references;
    }

    /** @param inOrder measures in the order of their deadlines */
    Map<Long, Reduction> of(List<Measure> inOrder, Function<Measure, List<String>> members) {
        Map<String, List<Reductions.Aim>> aimsByEnterprise = new HashMap<>();
        for (Measure measure : inOrder) {
            Reductions.Aim aim = aim(measure);
            members.apply(measure).stream().distinct().forEach(
                    member -> aimsByEnterprise.computeIfAbsent(member, ignored -> new ArrayList<>()).add(aim));
        }
        Map<Long, Map<String, Map<Pollutant, Part>>> computed = new HashMap<>();
        for (EnterpriseFacts enterprise : enterprises) {
            List<Reductions.Aim> aims = aimsByEnterprise.getOrDefault(enterprise.key(), List.of());
            if (!aims.isEmpty()) {
                Reductions.of(enterprise, references, aims).forEach((measure, parts) -> computed
                        .computeIfAbsent(Long.valueOf(measure), ignored -> new LinkedHashMap<>())
                        .put(enterprise.key(), parts));
            }
        }
        Map<Long, Reduction> result = new LinkedHashMap<>();
        inOrder.forEach(measure -> result.put(measure.id(),
                reduction(measure, computed.getOrDefault(measure.id(), Map.of()))));
        return result;
    }

    private static Reductions.Aim aim(Measure measure) {
        Map<String, Map<Pollutant, BigDecimal>> targets = new HashMap<>();
        measure.input().targets().forEach(target -> targets
                .computeIfAbsent(target.outlet(), ignored -> new EnumMap<>(Pollutant.class))
                .put(target.pollutant(), target.concentration()));
        return new Reductions.Aim(Long.toString(measure.id()), measure.input().type(), measure.input().goal(), targets,
                measure.input().enterprise().isPresent() ? measure.input().reductions() : Map.of(), measure.input().accounts());
    }

    /** By hand wins; a total by hand leaves no room for computed parts. */
    private static Reduction reduction(Measure measure, Map<String, Map<Pollutant, Part>> computed) {
        if (measure.input().total().isPresent()) {
            return new Reduction(Map.of(), measure.input().total());
        }
        Map<Pollutant, Part> parts = new EnumMap<>(Pollutant.class);
        measure.input().reductions().forEach((pollutant, tonnes) -> parts.put(pollutant, Part.manual(tonnes)));
        boolean entered = !parts.isEmpty();
        for (Pollutant pollutant : Pollutant.values()) {
            if (!entered || measure.input().accounts().stream().anyMatch(account -> account.pollutant() == pollutant)) {
                List<Part> found = computed.values().stream()
                        .flatMap(one -> Optional.ofNullable(one.get(pollutant)).stream()).toList();
                if (!found.isEmpty()) {
                    parts.put(pollutant, found.size() == 1 ? found.getFirst() : together(pollutant, found));
                }
            }
        }
        return new Reduction(parts, Optional.empty());
    }

    /** Of several members; if one is unknown the sum of the known ones would mislead, so it is unknown. */
    private static Part together(Pollutant pollutant, List<Part> parts) {
        long unknown = parts.stream().filter(part -> part.method() == Method.UNKNOWN).count();
        if (unknown > 0) {
            return Part.unknown("集群成员中有" + unknown + "家企业的" + pollutant.term() + "减排量无法核算。");
        }
        List<Input> inputs = new ArrayList<>();
        parts.forEach(part -> part.explanation().ifPresent(
                explanation -> inputs.add(new Input(explanation.title(), explanation.raw(), "吨"))));
        BigDecimal sum = inputs.stream().map(Input::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Part.computed(
                Explanation.of(pollutant.term() + "减排量", inputs, MEMBERS, sum, Rounding.HALF_EVEN, 2, "吨"));
    }
}
