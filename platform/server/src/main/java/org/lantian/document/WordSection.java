package org.lantian.document;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.document.Block.Orientation;

import static org.lantian.document.PageSetting.LEFT;
import static org.lantian.document.PageSetting.LINE;
import static org.lantian.document.PageSetting.NUMBER_DISTANCE;
import static org.lantian.document.PageSetting.PAPER_LONG;
import static org.lantian.document.PageSetting.PAPER_SHORT;
import static org.lantian.document.PageSetting.RIGHT;

/**
 * The pages of one section: size, margins, grid and what stands in the margins. Page numbers run on through all
 * sections.
 */
record WordSection(PageSetting setting, Orientation orientation) {

    /** Height of a 四号 line. */
    private static final int NUMBER_HEIGHT = 280;
    /** 15 mm. */
    private static final int HEADER_DISTANCE = 851;

    boolean landscape() {
        return orientation == Orientation.LANDSCAPE;
    }

    int textWidth() {
        return landscape() ? setting.portraitHeight() : setting.portraitWidth();
    }

    int textHeight() {
        return landscape() ? setting.portraitWidth() : setting.portraitHeight();
    }

    /** @param relations relation ids by part name, see {@link WordMargins} */
    String markup(Map<String, String> relations) {
        StringBuilder markup = new StringBuilder("<w:sectPr>");
        reference(markup, "header", "default", relations.get("header-odd"));
        reference(markup, "header", "even", relations.get("header-even"));
        String footer = landscape() ? "footer-landscape-" : "footer-portrait-";
        reference(markup, "footer", "default", relations.get(footer + "odd"));
        reference(markup, "footer", "even", relations.get(footer + "even"));
        return markup.append("<w:type w:val=\"nextPage\"/>").append(size()).append(margins())
                .append("<w:pgNumType w:fmt=\"decimal\"/>").append(grid()).append("</w:sectPr>").toString();
    }

    private static void reference(StringBuilder markup, String kind, String type, @Nullable String id) {
        if (id != null) {
            markup.append("<w:").append(kind).append("Reference w:type=\"").append(type).append("\" r:id=\"")
                    .append(id).append("\"/>");
        }
    }

    private String size() {
        return landscape()
                ? "<w:pgSz w:w=\"" + PAPER_LONG + "\" w:h=\"" + PAPER_SHORT + "\" w:orient=\"landscape\"/>"
                : "<w:pgSz w:w=\"" + PAPER_SHORT + "\" w:h=\"" + PAPER_LONG + "\"/>";
    }

    private String margins() {
        int footer = setting.bottom() - NUMBER_DISTANCE - NUMBER_HEIGHT;
        return landscape()
                ? margins(LEFT, setting.top(), RIGHT, setting.bottom(), HEADER_DISTANCE, RIGHT - 2 * NUMBER_HEIGHT)
                : margins(setting.top(), RIGHT, setting.bottom(), LEFT, HEADER_DISTANCE, footer);
    }

    private static String margins(int top, int right, int bottom, int left, int header, int footer) {
        return "<w:pgMar w:top=\"" + top + "\" w:right=\"" + right + "\" w:bottom=\"" + bottom + "\" w:left=\"" + left
                + "\" w:header=\"" + header + "\" w:footer=\"" + footer + "\" w:gutter=\"0\"/>";
    }

    /**
     * A grid of lines only: 28 characters to the line come from the styles' spacing, because LibreOffice gives a
     * character that is wider than its cell two cells.
     */
    private static String grid() {
        return "<w:docGrid w:type=\"lines\" w:linePitch=\"" + LINE + "\"/>";
    }
}
