package org.lantian.engine.reading;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.numeral.ChineseNumerals;

/** The number at the beginning of a line. */
record Numbering(Style style, int value, String printed, String rest) {

    /** How a line is numbered, from the outermost. */
    enum Style {
        /** 第一章, 第1章, 第一部分. */
        CHAPTER(1),
        /** 第一节. */
        PART(2),
        /** 一、 */
        CHINESE(3),
        /** （一） */
        BRACKETED(4),
        /** 3.1 */
        DECIMAL(4),
        /** 3.1.2 */
        DECIMAL_BELOW(5),
        /** 1. */
        ARABIC(5),
        /** 1、 */
        ARABIC_PAUSE(5),
        /** （1） or 1） */
        BRACKETED_ARABIC(6);

        private final int depth;

        Style(int depth) {
            this.depth = depth;
        }

        int depth() {
            return depth;
        }
    }

    private static final String CHINESE_NUMBER = "[一二三四五六七八九十百〇零]{1,6}";
    private static final Pattern CHAPTER = Pattern.compile("^(第\\s*(" + CHINESE_NUMBER + "|\\d{1,2})\\s*(章|篇|部分|节))\\s*[、：:]?\\s*(.*)$");
    private static final Pattern CHINESE = Pattern.compile("^((" + CHINESE_NUMBER + ")\\s*[、.．，])\\s*(.*)$");
    private static final Pattern BRACKETED = Pattern.compile("^([（(]\\s*(" + CHINESE_NUMBER + ")\\s*[）)][、.]?)\\s*(.*)$");
    private static final Pattern DECIMAL = Pattern.compile("^(\\d{1,2}(?:[.．]\\d{1,2}){1,2})[.．、]?\\s*"
            + "(?!米|吨|亿|万|千|兆|家|个|项|台|元|倍|年|月|日|天|度|公|平方|立方|微克|毫|小时|蒸|以上|以下|至|到)(?=[\\p{IsHan}《“])(.*)$");
    private static final Pattern ARABIC = Pattern.compile("^((\\d{1,3})\\s*([.．]|、))(?:(?!\\d)|(?=(?:19|20)\\d{2}年))\\s*(.*)$");
    private static final Pattern BRACKETED_ARABIC = Pattern.compile("^([（(]?\\s*(\\d{1,3})\\s*[）)])\\s*(.*)$");

    /** The number of a normalised line; empty if it has none. */
    static Optional<Numbering> of(String line) {
        Matcher chapter = CHAPTER.matcher(line);
        if (chapter.matches()) {
            return value(chapter.group(2)).map(value -> new Numbering(
                    chapter.group(3).equals("节") ? Style.PART : Style.CHAPTER, value, chapter.group(1), chapter.group(4)));
        }
        Matcher chinese = CHINESE.matcher(line);
        if (chinese.matches()) {
            return value(chinese.group(2))
                    .map(value -> new Numbering(Style.CHINESE, value, chinese.group(1), chinese.group(3)));
        }
        Matcher bracketed = BRACKETED.matcher(line);
        if (bracketed.matches()) {
            return value(bracketed.group(2))
                    .map(value -> new Numbering(Style.BRACKETED, value, bracketed.group(1), bracketed.group(3)));
        }
        Matcher decimal = DECIMAL.matcher(line);
        if (decimal.matches()) {
            String[] numbers = decimal.group(1).split("[.．]");
            return Optional.of(new Numbering(numbers.length == 2 ? Style.DECIMAL : Style.DECIMAL_BELOW,
                    Integer.parseInt(numbers[numbers.length - 1]), decimal.group(1), decimal.group(2)));
        }
        Matcher arabic = ARABIC.matcher(line);
        if (arabic.matches()) {
            return Optional.of(new Numbering(arabic.group(3).equals("、") ? Style.ARABIC_PAUSE : Style.ARABIC,
                    Integer.parseInt(arabic.group(2)), arabic.group(1), arabic.group(4)));
        }
        Matcher inBrackets = BRACKETED_ARABIC.matcher(line);
        return inBrackets.matches() ? Optional.of(new Numbering(Style.BRACKETED_ARABIC,
                Integer.parseInt(inBrackets.group(2)), inBrackets.group(1), inBrackets.group(3))) : Optional.empty();
    }

    boolean arabic() {
        return style == Style.ARABIC || style == Style.ARABIC_PAUSE;
    }

    /** 3.1 or 3.1.2. */
    boolean decimal() {
        return style == Style.DECIMAL || style == Style.DECIMAL_BELOW;
    }

    private static Optional<Integer> value(String digits) {
        if (digits.chars().allMatch(Character::isDigit)) {
            return Optional.of(Integer.parseInt(digits));
        }
        OptionalInt read = ChineseNumerals.read(digits);
        return read.isPresent() ? Optional.of(read.getAsInt()) : Optional.empty();
    }
}
