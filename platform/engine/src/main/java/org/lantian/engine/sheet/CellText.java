package org.lantian.engine.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How cell texts are compared: what a clerk's eye takes as the same is the same. */
public final class CellText {

    private static final Set<String> NONE = Set.of("/", "-", "--", "—", "——", "无", "\\", "－", "／");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u000B\\u2028]");
    private static final String IGNORED = "\u00A0\u200B\uFEFF\u3000*:";
    private static final List<String> SEPARATORS = List.of("；;", "、");
    private static final Pattern NO_ENTRY = Pattern.compile("[\\d一二三四五六七八九十#号~-]*");
    private static final int LONG_BRACKET = 8;
    private static final String OPENING = "([【〔「{";
    private static final String OPENING_OR_FULL = "([{（【〔「｛";
    private static final String CLOSING_OR_FULL = ")]}）】〕」｝";
    private static final String CLOSING = ")]】〕」}";

    private CellText() {
    }

    /** Full width to half width, compatibility characters to plain ones; nothing else. */
    static String plain(String text) {
        return isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Most cells hold only ASCII and common Han, which normalising leaves as they are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 0x80 && (letter < 0x4E00 || letter > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    /** The form under which words are compared: plain, lower case, without white space, colons and asterisks. */
    public static String key(String text) {
        String plain = plain(text);
        StringBuilder key = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (!Character.isWhitespace(letter) && IGNORED.indexOf(letter) < 0) {
                key.append(letter);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** A header's key without what stands in brackets; an unclosed bracket reaches to the end. */
    static String headerKey(String text) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (char letter : key(text).toCharArray()) {
            if (OPENING.indexOf(letter) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(letter) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                kept.append(letter);
            }
        }
        return kept.toString();
    }

    /** A header as it is quoted to a clerk: without a long list in brackets at its end. */
    static String quoted(String header) {
        int depth = 0;
        int opened = -1;
        for (int i = 0; i < header.length(); i++) {
            if (OPENING_OR_FULL.indexOf(header.charAt(i)) >= 0) {
                opened = depth++ == 0 ? i : opened;
            } else if (CLOSING_OR_FULL.indexOf(header.charAt(i)) >= 0 && depth > 0 && --depth == 0
                    && i < header.length() - 1) {
                opened = -1;
            }
        }
        return opened > 0 && header.length() - opened > LONG_BRACKET ? header.substring(0, opened) : header;
    }

    /** What stands in a header's brackets, as keys. */
    static List<String> bracketKeys(String text) {
        List<String> found = new ArrayList<>();
        StringBuilder inside = new StringBuilder();
        int depth = 0;
        for (char letter : key(text).toCharArray()) {
            if (OPENING.indexOf(letter) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(letter) >= 0 && depth > 0) {
                depth--;
                found.add(inside.toString());
                inside.setLength(0);
            } else if (depth > 0) {
                inside.append(letter);
            }
        }
        return found;
    }

    /** Whether the text says that there is none: {@code /}, {@code -}, {@code —} or 无. */
    static boolean isNone(String text) {
        return NONE.contains(text.strip());
    }

    /** The text's lines, each stripped; blank lines at the end are kept. */
    static List<String> lines(String text) {
        return Arrays.stream(LINE_BREAK.split(text, -1)).map(CellText::stripped).toList();
    }

    /**
     * The text's entries as clerks part them: by line breaks, else by ；, else by 、 outside of brackets. A number alone
     * is no entry among words (1#、2#矿热炉 are one text), and nothing after the last mark is none either.
     */
    static List<String> entries(String text, boolean numbers) {
        List<String> entries = lines(text);
        for (int i = 0; i < SEPARATORS.size() && entries.size() == 1; i++) {
            List<String> parts = parts(text, SEPARATORS.get(i));
            if (numbers || parts.stream().noneMatch(part -> NO_ENTRY.matcher(plain(part)).matches())) {
                entries = parts;
            }
        }
        return entries;
    }

    private static List<String> parts(String text, String separators) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += OPENING_OR_FULL.indexOf(letter) >= 0 ? 1 : CLOSING_OR_FULL.indexOf(letter) >= 0 ? -1 : 0;
            if (depth <= 0 && separators.indexOf(letter) >= 0) {
                parts.add(stripped(part.toString()));
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        String last = stripped(part.toString());
        if (!last.isEmpty() || parts.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    /** Without white space of any width at both ends. */
    static String stripped(String text) {
        return text.replace('\u00A0', ' ').replace("\uFEFF", "").replace("\u200B", "").strip();
    }

    /** On one line: line breaks inside a name are only typesetting. */
    static String joined(String text) {
        return String.join("", lines(text));
    }
}
