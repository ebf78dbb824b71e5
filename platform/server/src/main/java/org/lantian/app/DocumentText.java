package org.lantian.app;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;

/** A document on the terminal: a line for each paragraph and each row of a table, cells parted by tabs. */
final class DocumentText {

    private DocumentText() {
    }

    static void print(Document document) {
        document.title().forEach(System.out::println);
        document.subtitleLine().ifPresent(System.out::println);
        document.blocks().forEach(DocumentText::print);
    }

    private static void print(Block block) {
        switch (block) {
            case Block.Heading heading -> System.out.println("\n" + heading.number() + text(heading.runs()));
            case Block.Paragraph paragraph -> System.out.println(text(paragraph.runs()));
            case Block.Item item -> System.out.println(item.number() + text(item.runs()));
            case Block.Table table -> print(table);
            case Block.Chart chart -> System.out.println(chart.title());
            case Block.Section _, Block.Contents _, Block.PageBreak _ -> {
            }
        }
    }

    private static void print(Block.Table table) {
        System.out.println(table.caption());
        System.out.println(table.columns().stream().flatMap(column -> headers("", column)).collect(Collectors.joining("\t")));
        table.rows().forEach(row -> System.out.println(row.stream().map(cell -> cell.replace("\n", "；")).collect(Collectors.joining("\t"))));
        table.notes().forEach(System.out::println);
    }

    private static Stream<String> headers(String above, Column column) {
        String header = above + column.header();
        return column.children().isEmpty() ? Stream.of(header)
                : column.children().stream().flatMap(child -> headers(header + "·", child));
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
