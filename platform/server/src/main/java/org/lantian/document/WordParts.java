package org.lantian.document;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.lantian.document.WordStyle.Font;

/** The small fixed parts of the package: styles, settings, fonts. */
final class WordParts {

    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private WordParts() {
    }

    static String styles() {
        return PROLOGUE + "<w:styles " + WordNames.SPACES + "><w:docDefaults><w:rPrDefault><w:rPr>" + Font.FANG.markup()
                + "<w:kern w:val=\"0\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" "
                + "w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
                + Arrays.stream(WordStyle.values()).map(WordStyle::markup).collect(Collectors.joining())
                + "</w:styles>";
    }

    static String settings() {
        return PROLOGUE + "<w:settings " + WordNames.SPACES + "><w:zoom w:percent=\"100\"/><w:evenAndOddHeaders/>"
                + "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:useFELayout/>"
                + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
                + "w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>";
    }

    /** Names the substitute for each typeface that a machine may not have. */
    static String fonts() {
        return PROLOGUE + "<w:fonts " + WordNames.SPACES + ">" + Arrays.stream(Font.values())
                .map(font -> "<w:font w:name=\"" + font.face + "\"><w:altName w:val=\"" + font.alternative
                        + "\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/></w:font>")
                .collect(Collectors.joining()) + "</w:fonts>";
    }
}
