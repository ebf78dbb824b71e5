package org.lantian.engine.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** One block of a document. {@code anchor} is a clause id: it becomes a bookmark and survives an edit in Word. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 一、 2 （一） 3 1. 4 （1）
     * @param number the number as printed, with its punctuation
     */
    record Heading(int level, String number, List<Run> runs, String anchor) implements Block {
        public Heading {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("heading level " + level + ": must be 1 to 4");
            }
            runs = List.copyOf(runs);
        }
    }

    /** A paragraph of body text or of one of the special places. */
    record Paragraph(ParagraphStyle style, List<Run> runs, String anchor) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** Where a paragraph stands. */
    enum ParagraphStyle {
        /** Body text, first line indented by two characters. */
        BODY,
        /** 主送机关, flush left. */
        ADDRESSEE,
        /** 署名, right. */
        SIGNATURE,
        /** 成文日期, right. */
        DATE,
        /** 附注 and notes. */
        NOTE
    }

    /** A numbered item: number and text in one paragraph, as levels 3 and 4 are often written. */
    record Item(int level, String number, List<Run> runs, String anchor) implements Block {
        public Item {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A table with a header of one to three rows.
     *
     * @param caption printed above, for example 表1  X市X集群基本信息
     * @param columns header tree in print order
     * @param rows one entry a row, one cell a leaf column; a cell's lines are separated by {@code \n}
     * @param notes printed below
     */
    record Table(String id, String caption, List<Column> columns, List<List<String>> rows, List<String> notes,
            String anchor) implements Block {
        public Table {
            columns = List.copyOf(columns);
            notes = List.copyOf(notes);
            int leaves = (int) columns.stream().mapToLong(Column::leafCount).sum();
            for (List<String> row : rows) {
                if (row.size() != leaves) {
                    throw new IllegalArgumentException("table " + id + ": a row has " + row.size() + " cells, the "
                            + "header " + leaves + " leaf columns");
                }
            }
            rows = List.copyOf(rows);
        }

        /** The leaf columns in print order. */
        public List<Column> leaves() {
            return columns.stream().flatMap(Column::leaves).toList();
        }
    }

    /**
     * A header cell; a group spans its children.
     *
     * @param width relative width, 1 to 20
     * @param lines what the lines of its cells are, for example products: lines of columns of one kind stand beside
     *     each other; blank where a cell's lines belong to nothing
     */
    record Column(String id, String header, Align align, int width, String lines, List<Column> children) {
        public Column {
            children = List.copyOf(children);
        }

        public Column(String id, String header, Align align, int width, List<Column> children) {
            this(id, header, align, width, "", children);
        }

        public long leafCount() {
            return leaves().count();
        }

        public java.util.stream.Stream<Column> leaves() {
            return children.isEmpty() ? java.util.stream.Stream.of(this) : children.stream().flatMap(Column::leaves);
        }

        /** Levels of header rows this column needs: 1 for a leaf. */
        public int depth() {
            return children.isEmpty() ? 1 : 1 + children.stream().mapToInt(Column::depth).max().orElse(0);
        }
    }

    /** Horizontal place of a cell's text. */
    enum Align {
        LEFT, CENTER, RIGHT
    }

    /**
     * A chart drawn natively by the target format.
     *
     * @param unit unit of the value axis
     * @param series every series has one value a category; empty where the value is unknown
     */
    record Chart(String title, ChartKind kind, String unit, List<String> categories, List<Series> series,
            String anchor) implements Block {
        public Chart {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }
    }

    /** How a chart is drawn. */
    enum ChartKind {
        COLUMN, STACKED_COLUMN, BAR, LINE
    }

    /** One line or colour of a chart. */
    record Series(String name, List<Optional<BigDecimal>> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** What follows stands on pages of this orientation, beginning on a new page. */
    record Section(Orientation orientation) implements Block {
    }

    /** Page orientation. */
    enum Orientation {
        PORTRAIT, LANDSCAPE
    }

    /** 目录 of the headings of levels 1 and 2 that follow, with their pages. */
    record Contents() implements Block {
    }

    /** What follows begins on a new page. */
    record PageBreak() implements Block {
    }
}
