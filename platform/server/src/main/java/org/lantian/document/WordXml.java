package org.lantian.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes markup and text. Text is escaped, and characters that XML 1.0 forbids are dropped. */
final class WordXml {

    private final Writer out;

    WordXml(Writer out) {
        this.out = out;
    }

    WordXml markup(String markup) {
        try {
            out.write(markup);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WordXml text(String text) {
        return markup(escape(text));
    }

    static String escape(String text) {
        int clean = 0;
        while (clean < text.length() && plain(text.charAt(clean))) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, clean);
        text.codePoints().skip(text.codePointCount(0, clean)).forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    /** The text without what XML 1.0 forbids, not escaped: for values that POI escapes itself. */
    static String clean(String text) {
        return text.codePoints().filter(WordXml::allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean plain(char c) {
        return c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"' && c != 0x7F && !Character.isSurrogate(c)
                && c < 0xFFFE;
    }

    private static void append(StringBuilder escaped, int point) {
        switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\t', '\n', '\r' -> escaped.append(' ');
            default -> {
                if (allowed(point)) {
                    escaped.appendCodePoint(point);
                }
            }
        }
    }

    private static boolean allowed(int point) {
        boolean control = point < ' ' || point >= 0x7F && point < 0xA0;
        boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE;
        return !control && !loneSurrogate && !noncharacter;
    }
}
