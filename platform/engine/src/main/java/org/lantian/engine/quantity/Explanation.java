package org.lantian.engine.quantity;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How a number came about, enough to compute it again by hand.
 *
 * @param id digest of everything below: equal explanations have equal ids
 * @param title what the number is, for example 颗粒物排放量
 * @param inputs the numbers that went in
 * @param formula formula text with the inputs' names
 * @param rule id of the rule or formula
 * @param ruleVersion its version
 * @param source standard or document, edition and clause
 * @param raw the exact value before rounding
 * @param rounding how {@code result} was rounded
 * @param scale decimals kept
 * @param result the rounded value with its unit
 */
public record Explanation(String id, String title, List<Input> inputs, String formula, String rule,
        String ruleVersion, String source, BigDecimal raw, Rounding rounding, int scale, Quantity result) {

    /** One number that went in, with the name that the formula uses. */
    public record Input(String name, BigDecimal value, String unit) {

        public Input {
            value = Decimals.plain(value);
        }

        public String print() {
            return name + " = " + Decimals.print(value) + unit;
        }
    }

    /** Which formula, in which version, from which source. */
    public record Basis(String rule, String version, String formula, String source) {
    }

    public Explanation {
        inputs = List.copyOf(inputs);
        raw = Decimals.plain(raw);
    }

    /** Rounds {@code raw} and writes down how. */
    public static Explanation of(String title, List<Input> inputs, Basis basis, BigDecimal raw, Rounding rounding,
            int scale, String unit) {
        Quantity result = new Quantity(rounding.round(raw, scale), unit);
        String id = digest(title + inputs + basis + Decimals.print(raw) + rounding + scale + unit);
        return new Explanation(id, title, inputs, basis.formula(), basis.rule(), basis.version(), basis.source(), raw,
                rounding, scale, result);
    }

    /** One paragraph in Chinese: formula, inputs, result, source. */
    public String print() {
        StringBuilder text = new StringBuilder(title).append("：").append(formula).append("；其中 ");
        text.append(String.join("，", inputs.stream().map(Input::print).toList()));
        return text.append("；结果 ").append(result.print()).append("（").append(rounding.term()).append("，保留")
                .append(scale).append("位小数）。依据：").append(source).append("。").toString();
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
