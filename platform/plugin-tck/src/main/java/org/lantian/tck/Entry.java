package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.RegionPart;
import org.lantian.plugin.table.ColumnSpec;

/**
 * One entry of a contribution.
 *
 * @param kind what it is, in Chinese
 * @param key the key of its id: id, or code of an outline node
 * @param inner whether it is part of another entry (a column), whose ids may have capitals
 * @param source where it comes from; empty for entries that state no rule
 */
record Entry(String kind, String id, String key, boolean inner, Optional<String> source) {

    String place() {
        return kind + "“" + id + "”";
    }

    static List<Entry> of(ProfileContribution own) {
        List<Entry> entries = new ArrayList<>();
        own.outline().forEach(node -> entries.add(new Entry("大纲节点", node.code(), "code", false, Optional.empty())));
        own.tables().forEach(table -> {
            entries.add(new Entry("表格", table.id(), "id", true, Optional.empty()));
            table.columns().stream().flatMap(Entry::withDescendants).forEach(column -> entries
                    .add(new Entry("表格“" + table.id() + "”的列", column.id(), "id", true, Optional.empty())));
        });
        own.diagnosisRules().forEach(rule -> entries.add(sourced("诊断规则", rule.id(), rule.source())));
        own.limits().forEach(limit -> entries.add(sourced("限值", limit.id(), limit.source())));
        own.techniqueLists().forEach(list -> entries.add(sourced("工艺清单", list.id(), list.source())));
        own.grammar().headings().forEach(one -> entries.add(plain("标题含义", one.id())));
        own.grammar().samples().forEach(one -> entries.add(plain("样例", one.id())));
        RegionPart.ALL.forEach(part -> part.entries(own.region())
                .forEach(one -> entries.add(new Entry(part.kind(), one.id(), "id", false, one.source()))));
        return entries;
    }

    private static Entry plain(String kind, String id) {
        return new Entry(kind, id, "id", false, Optional.empty());
    }

    private static Entry sourced(String kind, String id, String source) {
        return new Entry(kind, id, "id", false, Optional.of(source));
    }

    private static Stream<ColumnSpec> withDescendants(ColumnSpec column) {
        return Stream.concat(Stream.of(column), column.children().stream().flatMap(Entry::withDescendants));
    }
}
