package org.lantian.document;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.Grid.Kind;

/** Styles of an annotated copy: by kind of content, rose for an error, yellow for a warning. */
final class AnnotatedLook {

    private enum Mark {
        NONE, WARNING, ERROR
    }

    private final Workbook book;
    private final Map<Kind, Map<Mark, CellStyle>> styles = new EnumMap<>(Kind.class);
    private final CellStyle header;

    AnnotatedLook(Workbook book) {
        this.book = book;
        for (Kind kind : Kind.values()) {
            styles.put(kind, new EnumMap<>(Mark.class));
            for (Mark mark : Mark.values()) {
                styles.get(kind).put(mark, style(kind, mark));
            }
        }
        header = style(Kind.TEXT, Mark.NONE);
        Font bold = book.createFont();
        bold.setBold(true);
        header.setFont(bold);
    }

    CellStyle header() {
        return header;
    }

    CellStyle plain() {
        return styles.get(Kind.TEXT).get(Mark.NONE);
    }

    CellStyle of(Kind kind, List<CellProblem> problems) {
        Mark mark = problems.isEmpty() ? Mark.NONE
                : problems.stream().anyMatch(CellProblem::isError) ? Mark.ERROR : Mark.WARNING;
        return styles.get(kind).get(mark);
    }

    private CellStyle style(Kind kind, Mark mark) {
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.HAIR);
        style.setBorderRight(BorderStyle.HAIR);
        if (kind == Kind.DATE) {
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        }
        if (kind == Kind.TEXT || kind == Kind.ERROR) {
            style.setDataFormat(book.createDataFormat().getFormat("@"));
            style.setQuotePrefixed(true);
        }
        if (mark != Mark.NONE) {
            style.setFillForegroundColor(
                    (mark == Mark.ERROR ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW).getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
