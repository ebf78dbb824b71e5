package org.lantian.document;

import java.util.LinkedHashMap;
import java.util.Map;

import static org.lantian.document.PageSetting.NUMBER_DISTANCE;

/**
 * What stands in the margins: the mark above and the page number, {@code — 1 —} in 四号 宋体 (GB/T 9704-2012 clause 7.5):
 * odd pages right, even pages left, one character in. On a landscape page it keeps the place it has on an upright one,
 * so that it stands turned at the left edge.
 */
final class WordMargins {

    private static final int TWIP = 635;
    private static final int BOX_LENGTH = 1700;
    private static final int BOX_DEPTH = 340;
    private static final int ONE_CHARACTER = 280;

    private WordMargins() {
    }

    /** Part name to markup; parts named header are headers, the others footers. */
    static Map<String, String> parts(PageSetting setting, String mark) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (!mark.isBlank()) {
            String text = WordXml.escape(mark.strip());
            String paragraph = "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">" + text
                    + "</w:t></w:r></w:p>";
            parts.put("header-odd", part("hdr", paragraph));
            parts.put("header-even", part("hdr", paragraph));
        }
        parts.put("footer-portrait-odd", part("ftr", number("right")));
        parts.put("footer-portrait-even", part("ftr", number("left")));
        parts.put("footer-landscape-odd", part("ftr", turned(setting, true)));
        parts.put("footer-landscape-even", part("ftr", turned(setting, false)));
        return parts;
    }

    private static String part(String element, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:" + element + " " + WordNames.SPACES + ">"
                + content + "</w:" + element + ">";
    }

    private static String number(String side) {
        return "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:ind w:" + side + "Chars=\"100\" w:" + side + "=\""
                + ONE_CHARACTER + "\"/><w:jc w:val=\"" + side + "\"/></w:pPr>" + number() + "</w:p>";
    }

    private static String number() {
        return dash("— ") + field("begin") + "<w:r><w:instrText xml:space=\"preserve\">PAGE</w:instrText></w:r>"
                + field("separate") + "<w:r><w:t>1</w:t></w:r>" + field("end") + dash(" —");
    }

    private static String dash(String text) {
        return "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String field(String type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    }

    /** A text box turned clockwise: what is right on the upright page is at the bottom here. */
    private static String turned(PageSetting setting, boolean odd) {
        int x = setting.bottom() - NUMBER_DISTANCE - BOX_DEPTH;
        int y = odd ? PageSetting.PAPER_SHORT - PageSetting.RIGHT - BOX_LENGTH - ONE_CHARACTER
                : PageSetting.LEFT + ONE_CHARACTER;
        String extent = "cx=\"" + BOX_DEPTH * TWIP + "\" cy=\"" + BOX_LENGTH * TWIP + "\"";
        return "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" "
                + "distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" "
                + "layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>" + offset("H", x) + offset("V", y)
                + "<wp:extent " + extent + "/><wp:wrapNone/><wp:docPr id=\"" + (odd ? 9001 : 9002)
                + "\" name=\"page number\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"" + WordNames.SHAPE
                + "\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + extent
                + "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>"
                + "</wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\""
                + (odd ? "right" : "left") + "\"/></w:pPr>" + number() + "</w:p></w:txbxContent></wps:txbx>"
                + "<wps:bodyPr vert=\"vert\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"/></wps:wsp>"
                + "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>";
    }

    private static String offset(String direction, int twips) {
        return "<wp:position" + direction + " relativeFrom=\"page\"><wp:posOffset>" + twips * TWIP
                + "</wp:posOffset></wp:position" + direction + ">";
    }
}
