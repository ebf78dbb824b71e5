package org.lantian.plan.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.plugin.vocabulary.TaskAspect;

/**
 * Takes over the rows of an imported table 4: each replaces the imported measure of the same enterprise or cluster, rows
 * that are equal change nothing, measures entered by hand stay.
 */
@Singleton
class MeasureTakeOver {

    private final MeasureRows rows;
    private final MeasureStore store;
    private final Measures measures;
    private final AuditTrail audit;

    MeasureTakeOver(MeasureRows rows, MeasureStore store, Measures measures, AuditTrail audit) {
        this.rows = rows;
        this.store = store;
        this.measures = measures;
        this.audit = audit;
    }

    /** What taking over did, or would do. */
    record Taken(int added, int changed) {
        Taken plus(Taken other) {
            return new Taken(added + other.added, changed + other.changed);
        }
    }

    /** Compares without writing anything. */
    Taken preview(List<MeasureInput> imported) {
        return byCluster(imported).entrySet().stream().map(entry -> compare(entry.getKey(), entry.getValue(), false))
                .reduce(new Taken(0, 0), Taken::plus);
    }

    Taken commit(List<MeasureInput> imported) {
        Taken taken = new Taken(0, 0);
        for (Map.Entry<Long, List<MeasureInput>> entry : byCluster(imported).entrySet()) {
            taken = taken.plus(compare(entry.getKey(), entry.getValue(), true));
            measures.recompute(entry.getKey());
        }
        if (taken.added() + taken.changed() > 0) {
            audit.note("measure.imported", "measure", "", Map.of("added", taken.added(), "changed", taken.changed()));
        }
        return taken;
    }

    private static Map<Long, List<MeasureInput>> byCluster(List<MeasureInput> imported) {
        return imported.stream().collect(Collectors.groupingBy(MeasureInput::cluster));
    }

    private Taken compare(long cluster, List<MeasureInput> imported, boolean write) {
        Map<Optional<Long>, List<Measure>> present = new HashMap<>();
        rows.listOfCluster(cluster).stream().filter(Measure::imported).forEach(measure -> present
                .computeIfAbsent(measure.input().enterprise(), ignored -> new ArrayList<>()).add(measure));
        MeasureStore.Names names = store.names(cluster, imported);
        Taken taken = new Taken(0, 0);
        for (MeasureInput input : imported) {
            List<Measure> before = present.getOrDefault(input.enterprise(), List.of());
            if (before.isEmpty()) {
                taken = taken.plus(new Taken(1, 0));
                if (write) {
                    store.insert(input, names, true);
                }
            } else {
                Measure known = before.removeFirst();
                MeasureInput wanted = input.keepingAccountsOf(known.input());
                boolean differs = !known.input().equals(stored(wanted));
                taken = taken.plus(new Taken(0, differs ? 1 : 0));
                if (write && differs) {
                    store.update(known.id(), known.rowVersion(), wanted, names);
                }
            }
        }
        return taken;
    }

    /** The input as it would come back from its row. */
    private static MeasureInput stored(MeasureInput input) {
        Map<TaskAspect, String> tasks = new EnumMap<>(TaskAspect.class);
        for (TaskAspect aspect : TaskAspect.values()) {
            tasks.put(aspect, input.task(aspect));
        }
        return new MeasureInput(input.cluster(), input.enterprise(), input.members(), input.type(), tasks, input.goal(),
                input.deadline(), input.targets(), input.reductions(), input.total(), input.accounts());
    }
}
