package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;

/** The header texts by which a table's columns are known, prepared once. */
final class TableHeader {

    private final TableSpec table;
    private final Map<ColumnSpec, FieldGroup> groups = new LinkedHashMap<>();
    private final Map<String, List<ColumnSpec>> byPath = new HashMap<>();
    private final Map<String, List<ColumnSpec>> byLeaf = new HashMap<>();
    private final Map<String, ColumnSpec> extra = new HashMap<>();
    private int depth = 1;

    TableHeader(TableSpec table, List<TableSpec> all) {
        this.table = table;
        table.columns().forEach(column -> index(List.of(column)));
        Set<FieldGroup> understood = groups.values().stream().collect(Collectors.toSet());
        understood.addAll(Set.of(FieldGroup.ENTERPRISE, FieldGroup.CLUSTER));
        for (Field field : Field.values()) {
            if (understood.contains(field.group())) {
                ColumnSpec spec = ownOrForeign(field, all);
                extra.putIfAbsent(HeaderPath.key(field.meaning().split("，")[0]), spec);
            }
        }
        for (TableSpec other : all) {
            other.columns().stream().filter(ColumnSpec::leaf)
                    .filter(column -> column.field().filter(field -> understood.contains(field.group())).isPresent())
                    .forEach(column -> HeaderPath.words(column).forEach(word -> extra.putIfAbsent(word, column)));
        }
    }

    private void index(List<ColumnSpec> path) {
        ColumnSpec last = path.getLast();
        depth = Math.max(depth, path.size());
        if (!last.leaf()) {
            for (ColumnSpec child : last.children()) {
                List<ColumnSpec> longer = new ArrayList<>(path);
                longer.add(child);
                index(longer);
            }
            return;
        }
        groups.put(last, table.groupOf(last));
        HeaderPath.keysOf(path).forEach(key -> byPath.computeIfAbsent(key, k -> new ArrayList<>()).add(last));
        HeaderPath.words(last).forEach(word -> byLeaf.computeIfAbsent(word, k -> new ArrayList<>()).add(last));
    }

    private ColumnSpec ownOrForeign(Field field, List<TableSpec> all) {
        List<TableSpec> ownFirst = new ArrayList<>(List.of(table));
        ownFirst.addAll(all);
        return ownFirst.stream().flatMap(spec -> spec.leaves().stream())
                .filter(column -> column.field().filter(field::equals).isPresent()).findFirst()
                .orElseGet(() -> new ColumnSpec(field.id(), field.meaning(), List.of(), Optional.of(field),
                        field.type(), Optional.empty(), List.of(), true, "never", "", 5, List.of()));
    }

    TableSpec table() {
        return table;
    }

    int depth() {
        return depth;
    }

    FieldGroup group(ColumnSpec column) {
        return groups.getOrDefault(column, column.field().map(Field::group).orElse(FieldGroup.ENTERPRISE));
    }

    /** Columns whose whole path this is; several where the outline prints a header twice. */
    List<ColumnSpec> byPath(String key) {
        return byPath.getOrDefault(key, List.of());
    }

    /** The only column whose lowest header this is. */
    Optional<ColumnSpec> byLeaf(HeaderPath path) {
        List<ColumnSpec> found = byLeaf.getOrDefault(path.leaf(), List.of());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What an extra column means: the meaning or header of a field of the table's groups, the enterprise or cluster. */
    Optional<ColumnSpec> byMeaning(HeaderPath path) {
        return Optional.ofNullable(extra.get(path.leaf()));
    }
}
