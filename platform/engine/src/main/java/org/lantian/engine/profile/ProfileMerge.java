package org.lantian.engine.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.lantian.plugin.region.Identified;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.TableSpec;

/** One contribution laid over what is inherited. */
final class ProfileMerge {

    private final Optional<ResolvedProfile> parent;
    private final Set<String> deletions = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    ProfileMerge(Optional<ResolvedProfile> parent) {
        this.parent = parent;
    }

    ProfileContribution apply(ProfileContribution own) {
        for (String id : own.deletions()) {
            if (!deletions.add(id)) {
                problems.add("deletions中“" + id + "”重复。");
            }
        }
        ProfileContribution merged = new ProfileContribution(own.metadata(),
                Stream.concat(inherited(ResolvedProfile::outline).stream(), own.outline().stream()).toList(),
                merge(inherited(ResolvedProfile::tables).stream().flatMap(this::withoutColumns).toList(),
                        own.tables(), TableSpec::id),
                merge(inherited(ResolvedProfile::diagnosisRules), own.diagnosisRules(), DiagnosisRule::id),
                merge(inherited(ResolvedProfile::limits), own.limits(), EmissionLimit::id),
                merge(inherited(ResolvedProfile::techniqueLists), own.techniqueLists(), TechniqueList::id),
                parent.map(up -> own.grammar().over(up.grammar())).orElse(own.grammar()),
                region(own), List.of());
        for (String id : deletions) {
            if (!done.contains(id)) {
                problems.add("要删除的“" + id + "”不在所继承的内容中。");
            }
        }
        return merged;
    }

    private RegionalRules region(ProfileContribution own) {
        RegionalRules inherited = parent.map(ResolvedProfile::region).orElse(RegionalRules.EMPTY);
        inherited.entries().map(Identified::id).filter(deletions::contains).forEach(done::add);
        return own.region().over(inherited.without(deletions));
    }

    List<String> problems() {
        return problems;
    }

    private <T> List<T> inherited(Function<ResolvedProfile, List<T>> part) {
        return parent.map(part).orElse(List.of());
    }

    private <T> List<T> merge(List<T> inherited, List<T> own, Function<T, String> idOf) {
        Map<String, T> entries = new LinkedHashMap<>();
        inherited.stream().filter(entry -> !deleted(idOf.apply(entry))).forEach(e -> entries.put(idOf.apply(e), e));
        own.forEach(entry -> entries.put(idOf.apply(entry), entry));
        return List.copyOf(entries.values());
    }

    private boolean deleted(String id) {
        if (!deletions.contains(id)) {
            return false;
        }
        if (!done.add(id)) {
            problems.add("要删除的“" + id + "”不止一处，无法确定是哪一个。");
        }
        return true;
    }

    private Stream<TableSpec> withoutColumns(TableSpec table) {
        if (deletions.stream().noneMatch(id -> id.startsWith(table.id() + "/"))) {
            return Stream.of(table);
        }
        List<ColumnSpec> columns = table.columns().stream()
                .flatMap(column -> withoutDeleted(table.id(), column)).toList();
        if (columns.isEmpty()) {
            problems.add("表“" + table.id() + "”的列全部被删除；请直接删除该表。");
            return Stream.of(table);
        }
        return Stream.of(new TableSpec(table.id(), table.number(), table.title(), table.sheet(), columns,
                table.notes()));
    }

    /** A group whose last sub-column goes, goes with it: left alone it would turn into a leaf. */
    private Stream<ColumnSpec> withoutDeleted(String table, ColumnSpec column) {
        if (deleted(table + "/" + column.id())) {
            return Stream.empty();
        }
        if (column.leaf()) {
            return Stream.of(column);
        }
        List<ColumnSpec> children = column.children().stream().flatMap(c -> withoutDeleted(table, c)).toList();
        return children.isEmpty() ? Stream.empty()
                : Stream.of(new ColumnSpec(column.id(), column.header(), column.aliases(), column.field(),
                        column.type(), column.unit(), column.allowed(), column.otherAllowed(), column.requiredWhen(),
                        column.note(), column.width(), children));
    }
}
