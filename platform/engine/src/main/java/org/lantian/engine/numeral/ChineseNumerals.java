package org.lantian.engine.numeral;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numerals of headings 一 to 九百九十九: 十 not 一十, 一百零一, 一百一十. */
public final class ChineseNumerals {

    private static final int LARGEST = 999;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<String, Integer> VALUES = IntStream.rangeClosed(1, LARGEST).boxed()
            .collect(Collectors.toUnmodifiableMap(ChineseNumerals::write, Function.identity()));

    private ChineseNumerals() {
    }

    /**
     * @param number 1 to 999
     * @throws IllegalArgumentException outside of that range
     */
    public static String write(int number) {
        if (number < 1 || number > LARGEST) {
            throw new IllegalArgumentException("heading number " + number + ": must be 1 to " + LARGEST);
        }
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        StringBuilder text = new StringBuilder();
        if (hundreds > 0) {
            text.append(DIGITS.charAt(hundreds)).append('百');
        }
        if (tens > 0) {
            if (tens > 1 || hundreds > 0) {
                text.append(DIGITS.charAt(tens));
            }
            text.append('十');
        } else if (hundreds > 0 && ones > 0) {
            text.append('零');
        }
        if (ones > 0) {
            text.append(DIGITS.charAt(ones));
        }
        return text.toString();
    }

    /** The number that {@link #write} would print as {@code text}; 两 counts as 二, 〇 as 零; empty for anything else. */
    public static OptionalInt read(String text) {
        String plain = text.strip().replace('两', '二').replace('〇', '零');
        Integer value = VALUES.get(plain);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
