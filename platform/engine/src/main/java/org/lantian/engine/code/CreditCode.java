package org.lantian.engine.code;

import java.util.Locale;
import java.util.Optional;

/**
 * 统一社会信用代码, GB 32100-2015: 18 characters of 31 (no I, O, S, V, Z); the last checks the others with weights
 * 3^(i-1) mod 31.
 *
 * @param value the 18 characters
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int REGION_START = 2;
    private static final int REGION_END = 8;

    /** @throws IllegalArgumentException if {@link #read} would not accept the value */
    public CreditCode {
        if (problemOf(value).isPresent()) {
            throw new IllegalArgumentException("credit code '" + value + "' is not valid");
        }
    }

    /** What became of a text. */
    public sealed interface Reading {
    }

    /** The text is a credit code. */
    public record Valid(CreditCode code) implements Reading {
    }

    /** The text is none. */
    public sealed interface Problem extends Reading {

        /** What is wrong and what is allowed, in Chinese. */
        String message();
    }

    /** Not 18 characters. */
    public record WrongLength(int length) implements Problem {
        @Override
        public String message() {
            return "统一社会信用代码应为" + LENGTH + "位，现为" + length + "位。";
        }
    }

    /** A character that the standard does not use there; positions count from 1. */
    public record WrongCharacter(int position, String character) implements Problem {
        @Override
        public String message() {
            return "统一社会信用代码第" + position + "位“" + character + "”无效："
                    + (position > REGION_START && position <= REGION_END ? "第3至8位为行政区划码，只能是数字。"
                            : "只能是数字和除I、O、S、V、Z以外的大写字母。");
        }
    }

    /** The last character does not fit the others. */
    public record WrongCheckDigit(char actual, char expected) implements Problem {
        @Override
        public String message() {
            return "统一社会信用代码校验位不符：末位为“" + actual + "”，按前17位计算应为“" + expected + "”，请核对是否录错。";
        }
    }

    /** Reads a cell's text: surrounding blanks and lower case are tolerated. */
    public static Reading read(String text) {
        String value = text.strip().toUpperCase(Locale.ROOT);
        return problemOf(value).<Reading>map(problem -> problem).orElseGet(() -> new Valid(new CreditCode(value)));
    }

    /** 登记机关行政区划码, characters 3 to 8; may be an abolished code. */
    public String registrationRegion() {
        return value.substring(REGION_START, REGION_END);
    }

    private static Optional<Problem> problemOf(String value) {
        int length = value.codePointCount(0, value.length());
        if (length != LENGTH) {
            return Optional.of(new WrongLength(length));
        }
        int[] characters = value.codePoints().toArray();
        for (int i = 0; i < LENGTH; i++) {
            boolean region = i >= REGION_START && i < REGION_END;
            int index = ALPHABET.indexOf(characters[i]);
            if (index < 0 || region && index > 9) {
                return Optional.of(new WrongCharacter(i + 1, Character.toString(characters[i])));
            }
        }
        char expected = checkDigit(value);
        char actual = value.charAt(LENGTH - 1);
        return actual == expected ? Optional.empty() : Optional.of(new WrongCheckDigit(actual, expected));
    }

    private static char checkDigit(String value) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
