package org.lantian.engine.check.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.lantian.engine.check.Remark;
import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.PlanReader;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.source.SourceBlock;
import org.lantian.engine.source.SourceDocument;

/**
 * Holds a composed plan to the same rules as a plan that was received: it is read as its reader will read it, and each
 * remark points to the clause that it came from.
 */
public final class ComposedCheck {

    private final List<SourceBlock> lines = new ArrayList<>();
    private final Map<Integer, String> clauses = new HashMap<>();

    private ComposedCheck() {
    }

    /** The remarks; each names the clause (its anchor in the document), not a line. */
    public static List<Remark> check(Document document, ResolvedProfile profile) {
        ComposedCheck composed = new ComposedCheck();
        composed.line(String.join("", document.title()), "");
        document.blocks().forEach(composed::block);
        SourceDocument source = new SourceDocument("", composed.lines);
        ReadPlan plan = PlanReader.read(source, profile.grammar(), profile.ref().toString());
        return DocumentCheck.check(plan, source, profile.region()).stream().map(composed::atClause).distinct().toList();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> line(heading.number() + text(heading.runs()), heading.anchor());
            case Block.Item item -> line(item.number() + text(item.runs()), item.anchor());
            case Block.Paragraph paragraph -> line(text(paragraph.runs()), paragraph.anchor());
            case Block.Table table -> table(table);
            case Block.Chart chart -> { }
            case Block.Section section -> { }
            case Block.PageBreak page -> { }
            case Block.Contents contents -> { }
        }
    }

    private void table(Block.Table table) {
        line(table.caption(), table.anchor());
        List<SourceBlock.Row> rows = new ArrayList<>();
        int first = next();
        rows.add(row(table.leaves().stream().map(Block.Column::header).toList(), first));
        table.rows().forEach(cells -> rows.add(row(cells, first + rows.size())));
        rows.forEach(row -> clauses.put(row.line(), table.anchor()));
        lines.add(new SourceBlock.Table(first, rows, List.of()));
        table.notes().forEach(note -> line(note, table.anchor()));
    }

    private static SourceBlock.Row row(List<String> cells, int line) {
        return new SourceBlock.Row(line, cells.stream().map(cell -> new SourceBlock.Cell(cell, 1, false)).toList());
    }

    private void line(String text, String anchor) {
        int line = next();
        clauses.put(line, anchor);
        lines.add(SourceBlock.Text.of(line, text));
    }

    private int next() {
        return lines.isEmpty() ? 1 : switch (lines.getLast()) {
            case SourceBlock.Text text -> text.line() + 1;
            case SourceBlock.Table table -> table.rows().getLast().line() + 1;
        };
    }

    private Remark atClause(Remark remark) {
        String clause = remark.line().isPresent() ? clauses.getOrDefault(remark.line().getAsInt(), "") : "";
        return new Remark(remark.code(), remark.severity(), clause.isEmpty() ? remark.clause() : clause, remark.message(),
                remark.evidence(), remark.arithmetic(), remark.hint());
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
