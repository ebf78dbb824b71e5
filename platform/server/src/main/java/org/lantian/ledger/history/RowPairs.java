package org.lantian.ledger.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.ledger.LedgerRow;
import org.lantian.ledger.LedgerText;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * Says which entry of a repeating group is which one after a change: first those of the same name, then, of those left
 * over, those at the same place, whose name then changed.
 */
final class RowPairs {

    /** Entries that are the same thing; one of them is empty where the entry is new or gone. */
    record Pair(String label, Optional<LedgerRow> before, Optional<LedgerRow> after) {
    }

    private final Field naming;

    RowPairs(FieldGroup group) {
        this.naming = Arrays.stream(Field.values()).filter(field -> field.group() == group).findFirst().orElseThrow();
    }

    /** Those that stay in their order after, then those that are gone. */
    List<Pair> of(List<LedgerRow> before, List<LedgerRow> after) {
        List<String> old = labels(before);
        List<String> fresh = labels(after);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < old.size(); i++) {
            places.put(old.get(i), i);
        }
        Set<Integer> taken = new HashSet<>();
        fresh.stream().filter(places::containsKey).forEach(label -> taken.add(places.get(label)));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Integer place = places.get(fresh.get(i));
            if (place == null && i < before.size() && !taken.contains(i)) {
                place = i;
            }
            if (place != null) {
                taken.add(place);
            }
            pairs.add(new Pair(fresh.get(i), Optional.ofNullable(place).map(before::get), Optional.of(after.get(i))));
        }
        for (int i = 0; i < before.size(); i++) {
            if (!taken.contains(i)) {
                pairs.add(new Pair(old.get(i), Optional.of(before.get(i)), Optional.empty()));
            }
        }
        return pairs;
    }

    /** Names of the entries; the second of a name is 硅铁（2）, one without a name 第3行. */
    private List<String> labels(List<LedgerRow> rows) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = Optional.ofNullable(LedgerText.write(rows.get(i).values().get(naming))).orElse("");
            int times = seen.merge(name, 1, Integer::sum);
            if (name.isEmpty()) {
                labels.add("第" + (i + 1) + "行");
            } else {
                labels.add(times == 1 ? name : name + "（" + times + "）");
            }
        }
        return labels;
    }
}
