package org.lantian.plan.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.plan.draft.LedgerFacts;
import org.lantian.plan.draft.MeasureFacts;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plan.draft.MeasureFacts.Reduction;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/** The measures of clusters; called inside the tenant's transaction. */
@Singleton
public class Measures {

    private final MeasureRows rows;
    private final ReductionRows reductions;
    private final LedgerFacts ledger;
    private final Ledger register;
    private final AuditTrail audit;

    Measures(MeasureRows rows, ReductionRows reductions, LedgerFacts ledger, Ledger register, AuditTrail audit) {
        this.rows = rows;
        this.reductions = reductions;
        this.ledger = ledger;
        this.register = register;
        this.audit = audit;
    }

    /** A cluster's measures in the order of their deadlines. */
    public List<Measure> listOfCluster(long cluster) {
        return rows.listOfCluster(cluster);
    }

    /** Measures of several clusters at once. */
    public Map<Long, List<Measure>> listOfClusters(Collection<Long> clusters) {
        return rows.listOfClusters(clusters).stream().collect(Collectors.groupingBy(one -> one.input().cluster()));
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public Measure require(long id) {
        return rows.listByIds(List.of(id)).stream().findFirst().orElseThrow(
                () -> DomainException.notFound("MEASURE_NOT_FOUND", "没有编号为 " + id + " 的提升任务，可能已被删除。"));
    }

    /** As a plan sees them, members resolved; a cluster row without members stands for all enterprises. */
    public List<MeasureFacts> facts(long cluster, List<EnterpriseFacts> enterprises) {
        return rows.listOfCluster(cluster).stream().map(measure -> measure.facts(members(measure, enterprises))).toList();
    }

    /** @throws UserErrorsException for what its sender can mend */
    public Measure create(MeasureInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        long id = insert(input, false, known(List.of(input)));
        recompute(input.cluster());
        audit.note("measure.created", "measure", Long.toString(id), Map.of("type", input.type().name()));
        return require(id);
    }

    /** @throws DomainException CONFLICT if somebody else changed it since that version */
    public Measure revise(long id, int rowVersion, MeasureInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Measure before = require(id);
        Map<Long, Enterprise> known = known(List.of(input));
        check(input, known);
        if (!rows.update(id, rowVersion, input, subject(input, known))) {
            throw conflict();
        }
        reductions.replace(Map.of(id, entered(input)));
        recompute(input.cluster());
        if (before.input().cluster() != input.cluster()) {
            recompute(before.input().cluster());
        }
        audit.note("measure.revised", "measure", Long.toString(id), Map.of("rowVersion", rowVersion));
        return require(id);
    }

    /** @throws DomainException CONFLICT if somebody else changed it since that version */
    public void delete(long id, int rowVersion) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Measure before = require(id);
        if (!rows.delete(id, rowVersion)) {
            throw conflict();
        }
        recompute(before.input().cluster());
        audit.note("measure.deleted", "measure", Long.toString(id), Map.of("subject", before.subject()));
    }

    /** What taking over imported rows did, or would do. */
    record Taken(int added, int changed) {
    }

    /**
     * Takes over table 4 of a workbook: each row replaces the imported measure of the same enterprise (or cluster),
     * rows that are equal change nothing, measures entered by hand stay.
     */
    Taken takeOver(List<MeasureInput> imported) {
        Taken taken = compare(imported, true);
        imported.stream().map(MeasureInput::cluster).distinct().forEach(this::recompute);
        if (taken.added() + taken.changed() > 0) {
            audit.note("measure.imported", "measure", "", Map.of("added", taken.added(), "changed", taken.changed()));
        }
        return taken;
    }

    /** As {@link #takeOver}, without writing anything. */
    Taken preview(List<MeasureInput> imported) {
        return compare(imported, false);
    }

    private Taken compare(List<MeasureInput> imported, boolean write) {
        Map<Subject, List<Measure>> present = new HashMap<>();
        imported.stream().map(MeasureInput::cluster).distinct()
                .forEach(cluster -> rows.listOfCluster(cluster).stream().filter(Measure::imported).forEach(
                        measure -> present.computeIfAbsent(Subject.of(measure.input()), ignored -> new ArrayList<>())
                                .add(measure)));
        Map<Long, Enterprise> known = known(imported);
        int added = 0;
        int changed = 0;
        for (MeasureInput input : imported) {
            List<Measure> before = present.getOrDefault(Subject.of(input), List.of());
            if (before.isEmpty()) {
                added++;
                if (write) {
                    insert(input, true, known);
                }
            } else if (!same(before.getFirst().input(), input)) {
                changed++;
                if (write) {
                    replace(before.getFirst(), input, known);
                }
            }
            if (!before.isEmpty()) {
                before.removeFirst();
            }
        }
        return new Taken(added, changed);
    }

    private record Subject(long cluster, Optional<Long> enterprise) {
        static Subject of(MeasureInput input) {
            return new Subject(input.cluster(), input.enterprise());
        }
    }

    private void replace(Measure before, MeasureInput input, Map<Long, Enterprise> known) {
        check(input, known);
        rows.update(before.id(), before.rowVersion(), input, subject(input, known));
        reductions.replace(Map.of(before.id(), entered(input)));
    }

    private static boolean same(MeasureInput before, MeasureInput now) {
        return before.equals(new MeasureInput(now.cluster(), now.enterprise(), now.members(), now.type(),
                tasks(now), now.goal(), now.deadline(), now.targets(), now.reductions(), now.total()));
    }

    private static Map<TaskAspect, String> tasks(MeasureInput input) {
        Map<TaskAspect, String> tasks = new EnumMap<>(TaskAspect.class);
        for (TaskAspect aspect : TaskAspect.values()) {
            tasks.put(aspect, input.task(aspect));
        }
        return tasks;
    }

    private long insert(MeasureInput input, boolean imported, Map<Long, Enterprise> known) {
        check(input, known);
        long id = rows.insert(input, subject(input, known), imported);
        Reduction entered = entered(input);
        if (!entered.equals(new Reduction(Map.of(), Optional.empty()))) {
            reductions.replace(Map.of(id, entered));
        }
        return id;
    }

    private static Reduction entered(MeasureInput input) {
        Map<Pollutant, Part> parts = new EnumMap<>(Pollutant.class);
        input.reductions().forEach((pollutant, tonnes) -> parts.put(pollutant, Part.manual(tonnes)));
        return new Reduction(parts, parts.isEmpty() ? input.total() : Optional.empty());
    }

    /** Computes every reduction of the cluster that was not entered by hand, from the base year's outlets. */
    public void recompute(long cluster) {
        List<Measure> measures = rows.listOfCluster(cluster);
        Optional<Integer> baseYear = ledger.baseYear();
        if (measures.isEmpty() || baseYear.isEmpty()) {
            return;
        }
        List<EnterpriseFacts> enterprises = ledger.enterprises(cluster, baseYear.get());
        reductions.replace(new ClusterReductions(enterprises).of(measures, measure -> members(measure, enterprises)));
    }

    private static List<String> members(Measure measure, List<EnterpriseFacts> enterprises) {
        if (measure.input().enterprise().isPresent()) {
            return List.of(Long.toString(measure.input().enterprise().get()));
        }
        return measure.input().members().isEmpty() ? enterprises.stream().map(EnterpriseFacts::key).toList()
                : measure.input().members().stream().map(id -> Long.toString(id)).toList();
    }

    private void check(MeasureInput input, Map<Long, Enterprise> known) {
        List<UserError> errors = new ArrayList<>();
        if (input.type() == UpgradeType.CLOSURE
                && java.util.Arrays.stream(TaskAspect.values()).anyMatch(aspect -> !input.task(aspect).isEmpty())) {
            errors.add(UserError.of("tasks", "CLOSURE_HAS_TASKS", "提升类型为“淘汰关停”的不填改造任务。"));
        }
        if (java.util.stream.Stream.concat(input.reductions().values().stream(), input.total().stream())
                .anyMatch(tonnes -> tonnes.signum() < 0)) {
            errors.add(UserError.of("reductions", "REDUCTION_NEGATIVE", "减排量不应小于0吨。"));
        }
        if (input.targets().stream().anyMatch(target -> target.concentration().signum() < 0)) {
            errors.add(UserError.of("targets", "CONCENTRATION_NEGATIVE", "目标浓度不应小于0毫克/立方米。"));
        }
        members(input).stream().filter(member -> !isOf(input.cluster(), known.get(member))).forEach(member -> errors.add(UserError.of(
                "enterpriseId", "ENTERPRISE_NOT_IN_CLUSTER", "所选企业不在该集群的台账中。")));
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
    }

    private static boolean isOf(long cluster, @Nullable Enterprise enterprise) {
        return enterprise != null && enterprise.clusterId() == cluster;
    }

    private String subject(MeasureInput input, Map<Long, Enterprise> known) {
        return input.enterprise().map(id -> known.get(id).name())
                .orElseGet(() -> ledger.requireCluster(input.cluster()).name());
    }

    /** The enterprises that the inputs name, found at once: a workbook may bring thousands. */
    private Map<Long, Enterprise> known(List<MeasureInput> inputs) {
        return register.enterprises(inputs.stream().flatMap(input -> members(input).stream()).distinct().toList());
    }

    private static List<Long> members(MeasureInput input) {
        return input.enterprise().map(List::of).orElse(input.members());
    }

    private static DomainException conflict() {
        return DomainException.conflict("MEASURE_CHANGED", "该提升任务已被他人修改，请刷新后重试。");
    }
}
