package org.lantian.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan's clauses as a tree whose siblings can be put in another order; those that were taken out keep their place. */
final class ClauseOrder {

    private final Map<Optional<Long>, List<Long>> siblings = new HashMap<>();

    /** @param clauses in their present order, those taken out included */
    static ClauseOrder of(List<Clause> clauses) {
        ClauseOrder order = new ClauseOrder();
        clauses.forEach(clause -> order.below(clause.parent()).add(clause.id()));
        return order;
    }

    /** The sibling that the clause stands behind; empty if it is the first. */
    Optional<Long> before(Optional<Long> parent, long clause) {
        int at = below(parent).indexOf(clause);
        return at > 0 ? Optional.of(below(parent).get(at - 1)) : Optional.empty();
    }

    /** The last clause below; empty if there is none. */
    Optional<Long> last(Optional<Long> parent) {
        return below(parent).isEmpty() ? Optional.empty() : Optional.of(below(parent).getLast());
    }

    boolean contains(Optional<Long> parent, long clause) {
        return below(parent).contains(clause);
    }

    /** Puts a clause behind a sibling, first if there is none; one behind that is no sibling stands last. */
    void put(Optional<Long> parent, Optional<Long> behind, long clause) {
        siblings.values().forEach(list -> list.remove(clause));
        List<Long> list = below(parent);
        int at = behind.map(list::indexOf).map(index -> index < 0 ? list.size() : index + 1).orElse(0);
        list.add(at, clause);
    }

    /** Every clause in print order. */
    List<Long> flat() {
        List<Long> flat = new ArrayList<>();
        collect(Optional.empty(), flat);
        return Collections.unmodifiableList(flat);
    }

    private void collect(Optional<Long> parent, List<Long> flat) {
        for (Long clause : List.copyOf(below(parent))) {
            flat.add(clause);
            collect(Optional.of(clause), flat);
        }
    }

    private List<Long> below(Optional<Long> parent) {
        return siblings.computeIfAbsent(parent, ignored -> new ArrayList<>());
    }
}
