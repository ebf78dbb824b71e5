package org.lantian.document;

import static org.lantian.document.PageSetting.LINE;

/**
 * The named styles, after GB/T 9704-2012 clause 7 and its usual Word sizes: 二号 22 pt, 三号 16, 四号 14, 五号 10.5, 小五 9, 六号 7.5.
 * No style is bold. Every style names its East Asian font. Latin text and digits touch Chinese without an extra gap, and
 * no line is held back at the end of a page, so that the grid of 22 lines by 28 characters holds.
 */
enum WordStyle {
    NORMAL("Normal", "Normal", Font.FANG, 32, "<w:widowControl w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/>"
            + "<w:autoSpaceDN w:val=\"0\"/>" + pitch("")),
    TITLE("Title", "Title", Font.SONG_TITLE, 44, centred(LINE + 61)),
    SUBTITLE("Subtitle", "Subtitle", Font.KAI, 32, centred(LINE)),
    HEADING_1("Heading1", "heading 1", Font.HEI, 32, heading(0)),
    HEADING_2("Heading2", "heading 2", Font.KAI, 32, heading(1)),
    HEADING_3("Heading3", "heading 3", Font.FANG, 32, heading(2)),
    HEADING_4("Heading4", "heading 4", Font.FANG, 32, heading(3)),
    BODY("BodyTextFirstIndent", "Body Text First Indent", Font.FANG, 32, pitch(Text.INDENT)),
    ITEM_3("PlanItem3", "Plan Item 3", Font.FANG, 32, pitch(Text.INDENT)),
    ITEM_4("PlanItem4", "Plan Item 4", Font.FANG, 32, pitch(Text.INDENT)),
    ADDRESSEE("Salutation", "Salutation", Font.FANG, 32, pitch("")),
    SIGNATURE("Signature", "Signature", Font.FANG, 32, pitch(right(2))),
    DATE("Date", "Date", Font.FANG, 32, pitch(right(4))),
    NOTE("PlanNote", "Plan Note", Font.FANG, 32, pitch(Text.INDENT)),
    RED_HEAD("PlanRedHead", "Plan Red Head", Font.SONG_TITLE, 72, "<w:snapToGrid w:val=\"0\"/>"
            + "<w:spacing w:before=\"1984\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>"),
    RED_NUMBER("PlanRedNumber", "Plan Red Number", Font.FANG, 32, "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"11\" "
            + "w:space=\"11\" w:color=\"FF0000\"/></w:pBdr><w:spacing w:before=\"1158\" w:after=\"1158\" w:line=\"579\" "
            + "w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>"),
    CONTENTS_TITLE("TOCHeading", "TOC Heading", Font.HEI, 32, centred(LINE)),
    CONTENTS_1("TOC1", "toc 1", Font.FANG, 32, contents(0)),
    CONTENTS_2("TOC2", "toc 2", Font.FANG, 32, contents(2)),
    IMPRINT("PlanImprint", "Plan Imprint", Font.FANG, 28, "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"60\" "
            + "w:after=\"60\" w:line=\"400\" w:lineRule=\"atLeast\"/>"),
    CAPTION("Caption", "caption", Font.HEI, 28,
            "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"center\"/>"),
    FIGURE("PlanFigure", "Plan Figure", Font.FANG, 28, "<w:spacing w:before=\"120\" w:after=\"120\" "
            + "w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>"),
    TABLE_HEAD("PlanTableHead", "Plan Table Head", Font.HEI, 21, cell("center", 300)),
    TABLE_HEAD_SMALL("PlanTableHeadSmall", "Plan Table Head Small", Font.HEI, 18, cell("center", 260)),
    TABLE_TEXT("PlanTableText", "Plan Table Text", Font.FANG, 21, cell("left", 300)),
    TABLE_TEXT_SMALL("PlanTableTextSmall", "Plan Table Text Small", Font.FANG, 18, cell("left", 260)),
    TABLE_HEAD_TINY("PlanTableHeadTiny", "Plan Table Head Tiny", Font.HEI, 15, cell("center", 200)),
    TABLE_TEXT_TINY("PlanTableTextTiny", "Plan Table Text Tiny", Font.FANG, 15, cell("left", 200)),
    TABLE_NOTE("PlanTableNote", "Plan Table Note", Font.FANG, 21, "<w:snapToGrid w:val=\"0\"/>"
            + "<w:spacing w:before=\"40\" w:line=\"300\" w:lineRule=\"exact\"/>"),
    SECTION_END("PlanSectionEnd", "Plan Section End", Font.FANG, 2,
            "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>"),
    HEADER("Header", "header", Font.HEI, 24, "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" "
            + "w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>"),
    FOOTER("Footer", "footer", Font.SONG, 28,
            "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"280\" w:lineRule=\"exact\"/>");

    /** Typefaces; those of the standard may not be passed on, so a document only names them. */
    enum Font {
        SONG_TITLE("方正小标宋简体", "宋体", false), HEI("黑体", "SimHei", false), KAI("楷体_GB2312", "楷体", false),
        FANG("仿宋_GB2312", "仿宋", false), SONG("宋体", "SimSun", true);

        final String face;
        final String alternative;
        private final boolean latinToo;

        Font(String face, String alternative, boolean latinToo) {
            this.face = face;
            this.alternative = alternative;
            this.latinToo = latinToo;
        }

        String markup() {
            String latin = latinToo ? face : Text.LATIN;
            return "<w:rFonts w:ascii=\"" + latin + "\" w:hAnsi=\"" + latin + "\" w:eastAsia=\"" + face
                    + "\" w:cs=\"" + latin + "\"/>";
        }
    }

    /** Shared wording; in a class of its own because an enum's constants come before its static fields. */
    private static final class Text {
        static final String LATIN = "Times New Roman";
        /** Width of the upright text area. */
        static final int WIDTH = PageSetting.PAPER_SHORT - PageSetting.LEFT - PageSetting.RIGHT;
        static final String INDENT = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
    }

    /** −0.25 pt, so that 28 characters of 16 pt fill 156 mm. */
    private static final int TIGHT = -5;

    final String id;
    private final String name;
    private final Font font;
    private final int halfPoints;
    private final String paragraph;

    WordStyle(String id, String name, Font font, int halfPoints, String paragraph) {
        this.id = id;
        this.name = name;
        this.font = font;
        this.halfPoints = halfPoints;
        this.paragraph = paragraph;
    }

    int halfPoints() {
        return halfPoints;
    }

    static WordStyle ofHeading(int level) {
        return switch (level) {
            case 1 -> HEADING_1;
            case 2 -> HEADING_2;
            case 3 -> HEADING_3;
            default -> HEADING_4;
        };
    }

    String markup() {
        boolean standard = this == NORMAL;
        boolean builtIn = !id.startsWith("Plan");
        return "<w:style w:type=\"paragraph\"" + (standard ? " w:default=\"1\"" : "")
                + (builtIn ? "" : " w:customStyle=\"1\"") + " w:styleId=\"" + id + "\"><w:name w:val=\"" + name
                + "\"/>" + (standard ? "" : "<w:basedOn w:val=\"Normal\"/>") + "<w:qFormat/><w:pPr>" + paragraph
                + "</w:pPr><w:rPr>" + font.markup() + "<w:spacing w:val=\"" + (halfPoints == 32 ? TIGHT : 0) + "\"/><w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\""
                + halfPoints + "\"/></w:rPr></w:style>";
    }

    private static String pitch(String indent) {
        return exactly(LINE) + indent + "<w:jc w:val=\"" + (indent.contains("rightChars") ? "right" : "both") + "\"/>";
    }

    private static String exactly(int line) {
        return "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + line + "\" w:lineRule=\"exact\"/>";
    }

    private static String centred(int line) {
        return "<w:snapToGrid w:val=\"0\"/>" + exactly(line) + "<w:jc w:val=\"center\"/>";
    }

    private static String heading(int outlineLevel) {
        return "<w:keepNext/>" + exactly(LINE) + Text.INDENT + "<w:jc w:val=\"both\"/><w:outlineLvl w:val=\""
                + outlineLevel + "\"/>";
    }

    /** A line of the contents: dots to the page number at the right edge. */
    private static String contents(int characters) {
        return "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"" + Text.WIDTH + "\"/></w:tabs>" + exactly(LINE)
                + "<w:ind w:leftChars=\"" + characters * 100 + "\" w:left=\"" + characters * 320 + "\"/>";
    }

    private static String right(int characters) {
        return "<w:ind w:rightChars=\"" + characters * 100 + "\" w:right=\"" + characters * 320 + "\"/>";
    }

    /** Lines of one exact height, so that the lines of neighbouring cells stand beside each other. */
    private static String cell(String place, int line) {
        return "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"20\" w:after=\"20\" w:line=\"" + line
                + "\" w:lineRule=\"exact\"/><w:jc w:val=\"" + place + "\"/>";
    }
}
