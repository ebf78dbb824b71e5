package org.lantian.engine.reading;

import java.util.Optional;

import org.lantian.engine.reading.Paragraphs.Grid;
import org.lantian.engine.reading.Paragraphs.Para;
import org.lantian.engine.source.SourceBlock.Row;

/** Boxes 专栏: one-column tables whose first cell begins with 专栏; their numbered lines are items of the section. */
final class Boxes {

    private Boxes() {
    }

    static boolean box(Grid grid) {
        return grid.rows().stream().allMatch(row -> row.cells().size() == 1)
                && Normal.text(grid.rows().getFirst().cells().getFirst().text()).startsWith("专栏");
    }

    static void read(Grid grid, SectionTree tree) {
        String title = "";
        for (Row row : grid.rows()) {
            int line = row.line();
            for (String raw : row.cells().getFirst().text().lines().toList()) {
                String text = Normal.text(raw);
                if (title.isEmpty() && text.startsWith("专栏")) {
                    title = text.replaceFirst("^专栏\\s*\\d*\\s*[：:]?\\s*", "");
                    tree.leaveItem();
                } else if (!text.isBlank()) {
                    line(new Para(line, text, 0), title, tree);
                }
                line++;
            }
        }
        tree.leaveItem();
    }

    private static void line(Para para, String title, SectionTree tree) {
        Optional<Numbering> number = Numbering.of(para.text());
        if (number.filter(Numbering::arabic).isPresent()) {
            tree.item(para, number.get(), title.isEmpty() ? "专栏" : title);
        } else if (!para.text().matches("主要任务[：:]?|重点任务[：:]?|主要内容[：:]?")) {
            tree.text(para);
        }
    }
}
