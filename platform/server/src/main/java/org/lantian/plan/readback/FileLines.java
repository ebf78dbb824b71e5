package org.lantian.plan.readback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;
import org.lantian.engine.source.SourceBlock;
import org.lantian.engine.source.SourceDocument;
import org.lantian.plan.draft.DraftClause;

/** The lines of an edited file that can be clauses, and its tables, each with the clauses whose bookmarks it holds. */
final class FileLines {

    private static final Pattern CHAPTER = Pattern.compile("^[一二三四五六七八九十百]{1,4}、\\s*");
    private static final Pattern SECTION = Pattern.compile("^[（(][一二三四五六七八九十百]{1,4}[）)]\\s*");
    private static final Pattern HEADING = Pattern.compile("^\\d{1,3}(?:[.．](?!\\d)|、)\\s*");
    private static final Pattern ITEM = Pattern.compile("^(?:\\d{1,3}(?:[.．](?!\\d)|、)|[（(]\\d{1,3}[）)])\\s*");
    private static final Pattern FURNITURE = Pattern.compile("(?i)(toc|目录|plan (?:red|imprint|cover)|caption|题注).*");

    private final List<Line> lines = new ArrayList<>();
    private final List<Found> tables = new ArrayList<>();

    /** A line of text; no text where a table or a chart stands. */
    record Line(String text, String style, int level, List<Long> clauses) {

        /** Whether it only marks where a table or a chart stands. */
        boolean marker() {
            return text.isEmpty();
        }

        /** Its words without the number that a clause of the kind is printed with. */
        String words(DraftClause.Kind kind) {
            Optional<Pattern> number = switch (kind) {
                case CHAPTER -> Optional.of(CHAPTER);
                case SECTION -> Optional.of(SECTION);
                case HEADING -> Optional.of(HEADING);
                case ITEM -> Optional.of(ITEM);
                case PARAGRAPH, TABLE, CHART -> Optional.empty();
            };
            return number.map(pattern -> pattern.matcher(text).replaceFirst("")).orElse(text);
        }

        /** What it is where it is nobody's. */
        DraftClause.Kind kind() {
            if (level == 3 || style.toLowerCase(java.util.Locale.ROOT).matches("heading 3|标题 ?3")) {
                return DraftClause.Kind.HEADING;
            }
            return ITEM.matcher(text).find() ? DraftClause.Kind.ITEM : DraftClause.Kind.PARAGRAPH;
        }
    }

    /** A table with the line that stands before it. */
    record Found(SourceBlock.Table table, List<Long> clauses, String caption) {
    }

    private FileLines() {
    }

    static FileLines of(SourceDocument file, Document exported) {
        FileLines found = new FileLines();
        Set<String> furniture = furniture(exported);
        SourceBlock.Text before = SourceBlock.Text.of(0, "");
        for (SourceBlock block : file.blocks()) {
            switch (block) {
                case SourceBlock.Text text when !plain(text.text()).isEmpty() -> {
                    before = text;
                    if (!furniture.contains(plain(text.text())) && !FURNITURE.matcher(text.style()).matches()) {
                        found.lines.add(new Line(plain(text.text()), text.style(), text.level(), clauses(text.anchors())));
                    }
                }
                case SourceBlock.Text drawing -> found.mark(clauses(drawing.anchors()));
                case SourceBlock.Table table -> {
                    found.tables.add(new Found(table, clauses(before.anchors()), plain(before.text())));
                    found.mark(clauses(before.anchors()));
                }
            }
        }
        return found;
    }

    private void mark(List<Long> clauses) {
        if (!clauses.isEmpty()) {
            lines.add(new Line("", "", 0, clauses));
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<Found> tables() {
        return tables;
    }

    static String plain(String text) {
        return text.replace('\u00a0', ' ').strip();
    }

    /** What the renderer prints besides clauses. */
    private static Set<String> furniture(Document exported) {
        Set<String> texts = new HashSet<>();
        exported.title().forEach(line -> texts.add(plain(line)));
        texts.add(plain(exported.subtitle()));
        texts.add("（" + plain(exported.subtitle()) + "）");
        for (Block block : exported.blocks()) {
            if (block instanceof Block.Table table) {
                texts.add(plain(table.caption()));
                table.notes().forEach(note -> texts.add(plain(note)));
            }
        }
        return texts;
    }

    private static List<Long> clauses(List<String> anchors) {
        return anchors.stream().filter(anchor -> anchor.matches("c_\\d{1,18}")).map(anchor -> Long.valueOf(anchor.substring(2)))
                .toList();
    }
}
