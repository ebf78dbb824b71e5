package org.lantian.engine.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line without the debris that conversion, scanning and typing leave: field marks, formula marks, half-width
 * punctuation and blanks between Chinese characters. Words and figures stay as they are.
 */
public final class Normal {

    private static final String HAN = "\\p{IsHan}";
    private static final String WIDE = HAN + "，。；：、？！（）〔〕《》“”‘’【】—…";
    private static final Pattern MARK = Pattern.compile("\\[(?:bookmark|image|picture|footnote)[^\\]]*\\]");
    private static final Pattern FORMULA = Pattern.compile("\\$([^$\\n]{1,80})\\$");
    private static final Pattern SUBSCRIPT = Pattern.compile("(?<=[A-Za-z])\\s*_\\s*\\{?\\s*([0-9A-Za-z.]+)\\s*\\}?");
    private static final Pattern PM = Pattern.compile("(?i)PM\\s*(2\\s*[.．]\\s*5|10)(?![0-9])");
    private static final Pattern VOCS = Pattern.compile("(?<![A-Za-z])(?i:vocs)(?![A-Za-z])");
    private static final Pattern NOX = Pattern.compile("(?<![A-Za-z])(?i:nox)(?![A-Za-z])");
    private static final Pattern BLANK = Pattern.compile("(?<=[" + WIDE + "])[ \\t\\u00A0\\u3000]+|[ \\t\\u00A0\\u3000]+(?=["
            + WIDE + "])|(?<=\\d)[ \\u00A0]+(?=[%％℃])");
    private static final Pattern PERSONS = Pattern.compile("^[（(]?[\\p{IsHan}]{0,4}(?:领\\s*导|责\\s*任\\s*人|负\\s*责\\s*人)\\s*[：:]");
    private static final Pattern NAMES = Pattern.compile("[、，,；;：:]");
    private static final Pattern NUMBER_BRACKET = Pattern.compile("(?<=[" + HAN + "])[\\[［〔【]((?:19|20)\\d{2})[\\]］〕】](?=第?\\d+号)");
    private static final Pattern SENTENCE_END = Pattern.compile("[。；;！!\\n]");

    private Normal() {
    }

    /** The line's content; blank if it held debris only. */
    public static String text(String raw) {
        String text = MARK.matcher(raw).replaceAll("");
        text = formulas(text);
        text = digits(text);
        text = NUMBER_BRACKET.matcher(text).replaceAll("〔$1〕");
        text = brackets(text);
        text = punctuation(text);
        text = BLANK.matcher(text).replaceAll("");
        text = PM.matcher(text).replaceAll(found -> found.group(1).startsWith("2") ? "PM2.5" : "PM10");
        text = VOCS.matcher(text).replaceAll("VOCs");
        text = NOX.matcher(text).replaceAll("NOx");
        return text.replace('•', '·').replace('∙', '·').replace("m3", "m³").strip();
    }

    /** The sentences of a text, each without its final mark. */
    public static List<String> sentences(String text) {
        return SENTENCE_END.splitAsStream(text).map(String::strip).filter(sentence -> !sentence.isEmpty()).toList();
    }

    /**
     * The content of a role line, whose blanks may part names: 甲局 乙局 are two units, 王 强 李明 two persons, but a blank
     * inside a unit's name is debris.
     */
    static String names(String raw) {
        String plain = MARK.matcher(raw).replaceAll("").strip();
        boolean persons = PERSONS.matcher(plain).find();
        StringBuilder text = new StringBuilder();
        String name = "";
        for (String token : plain.split("[ \\u00A0\\u3000]+")) {
            boolean apart = persons ? name.length() >= 2 && name.length() <= 4 && han(token.charAt(0))
                    : NameList.unit(name) && NameList.unit(NAMES.split(token)[0]);
            text.append(apart ? "、" : "").append(token);
            String[] own = NAMES.split(apart ? token : name + token, -1);
            name = own[own.length - 1];
        }
        return text(text.toString());
    }

    private static String formulas(String text) {
        String plain = FORMULA.matcher(text).replaceAll(found -> Matcher.quoteReplacement(formula(found.group(1))));
        return SUBSCRIPT.matcher(plain).replaceAll("$1");
    }

    private static String formula(String inside) {
        return inside.replaceAll("\\\\(?:text|mathrm|mathit)\\s*\\{([^}]*)\\}", "$1").replace("\\mu", "μ")
                .replace("\\%", "%").replaceAll("\\^\\s*\\{?\\s*3\\s*\\}?", "³").replaceAll("\\^\\s*\\{?\\s*2\\s*\\}?", "²")
                .replaceAll("\\\\(?:leq?|leqslant)", "≤").replaceAll("\\\\(?:geq?|geqslant)", "≥").replace(" ", "");
    }

    private static String digits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            plain.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c == '％' ? '%' : c == '．' ? '.' : c);
        }
        return plain.toString();
    }

    /** Brackets around Chinese text are wide; those of latin text and formulas stay. */
    private static String brackets(String text) {
        char[] chars = text.toCharArray();
        int depth = 0;
        boolean[] wide = new boolean[chars.length + 1];
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == '(') {
                depth++;
                wide[Math.min(depth, chars.length)] = chinese(text, i);
                if (wide[Math.min(depth, chars.length)]) {
                    chars[i] = '（';
                }
            } else if (chars[i] == ')') {
                if (depth == 0 ? i > 0 && han(chars[i - 1]) : wide[Math.min(depth, chars.length)]) {
                    chars[i] = '）';
                }
                depth = Math.max(0, depth - 1);
            }
        }
        return new String(chars);
    }

    private static boolean chinese(String text, int open) {
        int close = text.indexOf(')', open);
        String inside = text.substring(open + 1, close < 0 ? text.length() : close);
        return inside.codePoints().anyMatch(Character::isIdeographic) || open > 0 && han(text.charAt(open - 1))
                || open == 0;
    }

    private static String punctuation(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            boolean near = i > 0 && wideChar(chars[i - 1]) || next(chars, i);
            boolean number = i > 0 && Character.isDigit(chars[i - 1]) && i + 1 < chars.length
                    && Character.isDigit(chars[i + 1]);
            if (near && !number) {
                chars[i] = switch (chars[i]) {
                    case ',' -> '，';
                    case ';' -> '；';
                    case ':' -> '：';
                    case '?' -> '？';
                    case '!' -> '！';
                    default -> chars[i];
                };
            }
        }
        return new String(chars);
    }

    private static boolean next(char[] chars, int i) {
        int ahead = i + 1;
        while (ahead < chars.length && chars[ahead] == ' ') {
            ahead++;
        }
        return ahead < chars.length && wideChar(chars[ahead]);
    }

    private static boolean wideChar(char c) {
        return han(c) || "，。；：、（）〔〕《》“”".indexOf(c) >= 0;
    }

    private static boolean han(char c) {
        return Character.isIdeographic(c);
    }
}
