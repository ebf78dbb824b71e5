package org.lantian.plan.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;

/**
 * Takes over the rows of an imported table 4: a row that says what a measure says already changes nothing, any other
 * replaces the imported measure of the same enterprise or cluster; measures entered by hand stay.
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
        rows.listOfCluster(cluster).forEach(measure -> present
                .computeIfAbsent(measure.input().enterprise(), ignored -> new ArrayList<>()).add(measure));
        List<MeasureInput> different = imported.stream().filter(input -> !takeEqual(input, present)).toList();
        MeasureStore.Names names = store.names(cluster, different);
        Taken taken = new Taken(0, 0);
        for (MeasureInput input : different) {
            Optional<Measure> known = present.getOrDefault(input.enterprise(), List.of()).stream()
                    .filter(Measure::imported).findFirst();
            known.ifPresent(present.getOrDefault(input.enterprise(), List.of())::remove);
            taken = taken.plus(known.isPresent() ? new Taken(0, 1) : new Taken(1, 0));
            if (write && known.isPresent()) {
                store.update(known.get().id(), known.get().rowVersion(), over(known.get().input(), input), names);
            } else if (write) {
                store.insert(input, names, true);
            }
        }
        return taken;
    }

    /** Takes a measure out that says the same already, whoever entered it. */
    private static boolean takeEqual(MeasureInput input, Map<Optional<Long>, List<Measure>> present) {
        MeasureCells cells = MeasureCells.of(input);
        List<Measure> candidates = present.getOrDefault(input.enterprise(), List.of());
        Optional<Measure> equal = candidates.stream()
                .filter(measure -> MeasureCells.of(measure.input()).equals(cells)).findFirst();
        equal.ifPresent(candidates::remove);
        return equal.isPresent();
    }

    /** What table 4 has no column for stays. */
    private static MeasureInput over(MeasureInput known, MeasureInput input) {
        return new MeasureInput(input.cluster(), input.enterprise(), known.members(), input.type(), input.tasks(),
                input.goal(), input.deadline(), known.targets(), input.reductions(), input.total())
                        .keepingAccountsOf(known);
    }
}
