package org.lantian.tck;

import java.util.List;
import java.util.regex.Pattern;

/** Sources: a document and, where there is one, its clause; never an empty phrase. */
final class SourceCheck {

    private static final int SHORTEST = 4;
    private static final Pattern EMPTY_PHRASE = Pattern.compile(
            "(?i).*(todo|tbd|fixme|xxx|待补|待定|待查|待核|不详|未知|暂无|暂缺|同上|见上|略$).*|[无略/\\-—?？.。]+");

    private SourceCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        return Entry.of(plugin.requireContribution()).stream().filter(entry -> entry.source().isPresent())
                .filter(entry -> !cited(entry.source().orElseThrow().strip())).map(entry -> new Fault(Promise.SOURCES,
                        entry.place(), "出处“" + entry.source().orElseThrow() + "”没有指明依据。",
                        "source写文件或标准的名称（编号）和条款，例如 GB 13271—2014 表2、市级实施方案第二章（一）第10项。"))
                .toList();
    }

    private static boolean cited(String source) {
        return source.length() >= SHORTEST && !EMPTY_PHRASE.matcher(source).matches();
    }
}
