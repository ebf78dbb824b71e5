package org.lantian.plan.measure;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.Findings;
import org.lantian.engine.emission.GoalConcentrations;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.plan.draft.LedgerFacts;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plan.measure.MeasureInput.Target;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;

/**
 * Suggests measures against findings that no measure answers and nobody waived, and takes over those that a person
 * accepts; called inside the tenant's transaction.
 */
@Singleton
public class MeasureSuggestions {

    private final Findings findings;
    private final Measures measures;
    private final LedgerFacts ledger;
    private final AuditTrail audit;
    private final MeasureLinks links;

    MeasureSuggestions(Findings findings, Measures measures, LedgerFacts ledger, AuditTrail audit,
            MeasureLinks links) {
        this.links = links;
        this.findings = findings;
        this.measures = measures;
        this.ledger = ledger;
        this.audit = audit;
    }

    /**
     * In the order of the ledger; none if everything is answered.
     *
     * @throws DomainException NOT_FOUND if there is no such cluster
     */
    public List<MeasureSuggestion> list(long cluster) {
        String name = ledger.requireCluster(cluster).name();
        Optional<Integer> baseYear = ledger.baseYear();
        if (baseYear.isEmpty()) {
            return List.of();
        }
        List<Long> enterprises = ledger.enterprises(cluster, baseYear.get()).stream().map(EnterpriseFacts::key)
                .map(Long::valueOf).toList();
        Map<Long, String> names = ledger.names(cluster, enterprises);
        Map<Long, List<Finding>> found = findings.ofEnterprises(enterprises, baseYear);
        List<Measure> planned = measures.listOfCluster(cluster);
        List<MeasureSuggestion> single = enterprises.stream().flatMap(enterprise -> SuggestionDraft.of(cluster, enterprise,
                names.get(enterprise), found.getOrDefault(enterprise, List.of()),
                planned.stream().filter(measure -> measure.isAbout(enterprise)).toList()).stream()).toList();
        return SuggestionDraft.together(single, enterprises.size(), cluster, name);
    }

    /**
     * Makes measures of suggestions: each becomes a new one, or is added to the enterprise's own.
     *
     * @param keys of the suggestions; all there are if empty
     * @param deadline of new measures; one that is added to keeps its own
     * @throws DomainException CONFLICT if a suggestion is no longer as it was, FAILED_PRECONDITION if there is none
     */
    public List<Measure> accept(long cluster, Set<String> keys, Deadline deadline) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        List<MeasureSuggestion> present = list(cluster);
        List<MeasureSuggestion> chosen = present.stream().filter(one -> keys.isEmpty() || keys.contains(one.key())).toList();
        if (!keys.isEmpty() && chosen.size() < keys.size()) {
            throw DomainException.conflict("SUGGESTION_CHANGED", "建议的任务已有变化（问题或提升任务已更新），请刷新后再试。");
        }
        if (chosen.isEmpty()) {
            throw DomainException.failedPrecondition("SUGGESTIONS_NONE", "没有可采用的建议：各项问题都已有提升任务或注明不采纳。");
        }
        Map<Long, Measure> own = measures.listOfCluster(cluster).stream().collect(Collectors.toMap(Measure::id, one -> one));
        List<Long> written = measures.put(cluster, chosen.stream().map(one -> one.measure().map(own::get)
                .map(before -> new Measures.Put(Optional.of(before), added(before.input(), one)))
                .orElseGet(() -> new Measures.Put(Optional.empty(), fresh(one, deadline)))).toList());
        for (int i = 0; i < chosen.size(); i++) {
            links.add(written.get(i), answered(chosen.get(i), chosen.get(i).measure().map(own::get)));
        }
        Map<Long, Measure> stored = measures.byIds(written);
        List<Measure> accepted = written.stream().map(stored::get).toList();
        audit.note("measure.suggestions.accepted", "measure", "", Map.of("cluster", cluster, "measures",
                accepted.stream().map(Measure::id).toList(), "findings", chosen.stream().flatMap(one -> one.findings().stream())
                        .toList()));
        return accepted;
    }

    /** What it was suggested for, and what a measure without links answered by its tasks until now. */
    private Set<FindingKey> answered(MeasureSuggestion suggestion, Optional<Measure> before) {
        Stream<Finding> known = before.filter(measure -> measure.findings().isEmpty()).stream().flatMap(measure -> findings
                .ofEnterprises(measure.input().enterprise().stream().toList(), ledger.baseYear()).values().stream()
                .flatMap(List::stream).filter(measure::answers));
        return Stream.concat(known, suggestion.findings().stream().map(findings::require)).map(FindingKey::of)
                .collect(Collectors.toSet());
    }

    private static MeasureInput fresh(MeasureSuggestion suggestion, Deadline deadline) {
        return new MeasureInput(suggestion.cluster(), suggestion.enterprise(), List.of(), suggestion.type(),
                suggestion.tasks(), suggestion.goal(), deadline, suggestion.targets(), Map.of(), Optional.empty());
    }

    /** The words of the measure stay; what its goal aims at already is not aimed at twice. */
    private static MeasureInput added(MeasureInput before, MeasureSuggestion suggestion) {
        Map<TaskAspect, String> tasks = new EnumMap<>(TaskAspect.class);
        for (TaskAspect aspect : TaskAspect.values()) {
            tasks.put(aspect, Stream.of(before.task(aspect), suggestion.tasks().getOrDefault(aspect, ""))
                    .filter(words -> !words.isEmpty()).collect(Collectors.joining("；")));
        }
        Set<Pollutant> aimed = GoalConcentrations.parse(before.goal()).keySet();
        Map<String, Target> targets = new LinkedHashMap<>();
        Stream.concat(before.targets().stream(), suggestion.targets().stream().filter(one -> !aimed.contains(one.pollutant())))
                .forEach(target -> targets.putIfAbsent(target.outlet() + "/" + target.pollutant(), target));
        String goal = Stream.of(before.goal(), suggestion.goal()).filter(words -> !words.isBlank())
                .collect(Collectors.joining("；"));
        return new MeasureInput(before.cluster(), before.enterprise(), before.members(), before.type(), tasks, goal,
                before.deadline(), List.copyOf(targets.values()), before.reductions(), before.total(), before.accounts());
    }
}
