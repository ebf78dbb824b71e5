package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.plugin.table.TableSpec;

/**
 * A sheet to be written: a table with its title, its header from the spec and its rows.
 *
 * @param title printed above the header
 * @param baseYear replaces {@code {baseYear}} in headers and title
 * @param banner a line above everything, for example 示例数据; blank for none
 * @param rows one entry a leaf column each
 */
public record SheetContent(TableSpec table, String title, int baseYear, String banner, List<List<Entry>> rows) {

    public SheetContent {
        int leaves = table.leaves().size();
        for (List<Entry> row : rows) {
            if (row.size() != leaves) {
                throw new IllegalArgumentException(
                        "sheet " + table.sheet() + ": a row has " + row.size() + " cells, not " + leaves);
            }
        }
        rows = List.copyOf(rows);
    }

    /** What a cell holds. */
    public sealed interface Entry {

        /** Nothing. */
        record Blank() implements Entry {
        }

        /** Always written as text, never as a formula. */
        record Text(String text) implements Entry {
        }

        /** Written as a number where a spreadsheet can hold it exactly. */
        record Number(BigDecimal value) implements Entry {
        }

        static Entry text(String text) {
            return text.isEmpty() ? new Blank() : new Text(text);
        }

        static Entry text(Optional<String> text) {
            return text(text.orElse(""));
        }

        static Entry number(Optional<BigDecimal> value) {
            return value.<Entry>map(Number::new).orElseGet(Blank::new);
        }

        /** One cell of several lines; a single line stays what it is. */
        static Entry lines(List<Entry> lines) {
            if (lines.size() == 1) {
                return lines.getFirst();
            }
            List<String> texts = new ArrayList<>();
            for (Entry line : lines) {
                texts.add(switch (line) {
                    case Blank blank -> "";
                    case Text(String text) -> text.replace("\n", " ");
                    case Number(BigDecimal value) -> value.toPlainString();
                });
            }
            return texts.stream().allMatch(String::isEmpty) ? new Blank() : new Text(String.join("\n", texts));
        }
    }
}
