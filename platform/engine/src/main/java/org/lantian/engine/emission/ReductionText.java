package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.quantity.Decimals;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * Reads table 4's cell 减排量（吨）: a total, parts by pollutant, or both. The total is the sum of the parts; a printed
 * total that differs from it is an error.
 */
public final class ReductionText {

    private static final Pattern TOKEN = Pattern.compile("(?<pollutant>" + PollutantWords.PATTERN + ")"
            + "|(?<total>合计|总计|共计|总量|共|小计|主要污染物)|(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
            + "|(?<filler>吨/年|吨|T/A|T(?![A-Z])|减排量?|削减量?|其中|约|和|及|\\(?人工填报\\)?|[\\s、,;:=()。+])");

    private final Map<Pollutant, BigDecimal> parts = new EnumMap<>(Pollutant.class);
    private @Nullable BigDecimal total;

    private ReductionText() {
    }

    /** What became of a cell. */
    public sealed interface Reading {
    }

    /**
     * Amounts in tonnes.
     *
     * @param total the printed total or the sum of the parts
     * @param parts by pollutant; empty if the cell gives a total only
     */
    public record Amounts(BigDecimal total, Map<Pollutant, BigDecimal> parts) implements Reading {
        public Amounts {
            parts = Map.copyOf(parts);
        }
    }

    /** The cell is blank or says that the amount is not known (待核算, /, -). */
    public record NotGiven() implements Reading {
    }

    /** The cell cannot be read; the message is Chinese and says what is allowed. */
    public record Unreadable(String message) implements Reading {
    }

    /** Reads a cell. */
    public static Reading parse(String text) {
        String plain = PollutantWords.plain(text).strip();
        if (plain.isEmpty() || plain.matches("[-/—–无]|待核算|待定|未知")) {
            return new NotGiven();
        }
        ReductionText reader = new ReductionText();
        Optional<String> problem = reader.read(plain);
        return problem.<Reading>map(Unreadable::new).orElseGet(reader::amounts);
    }

    private Optional<String> read(String plain) {
        Matcher token = TOKEN.matcher(plain);
        @Nullable String label = null;
        int end = 0;
        while (end < plain.length()) {
            if (!token.find(end) || token.start() != end) {
                return Optional.of("减排量“" + plain.substring(end) + "”无法识别：请填写吨数，或按“颗粒物12.6、SO2 30”分列。");
            }
            end = token.end();
            if (token.group("number") != null) {
                Optional<String> problem = put(label, new BigDecimal(token.group("number").replace(",", "")));
                if (problem.isPresent()) {
                    return problem;
                }
                label = null;
            } else if (token.group("filler") == null) {
                if (label != null && token.group("pollutant") != null && !label.matches("合计|总计|共计|总量|共|小计|主要污染物")) {
                    return Optional.of("减排量中“" + label + "”之后缺少吨数。");
                }
                label = token.group();
            }
        }
        return label == null ? Optional.empty() : Optional.of("减排量中“" + label + "”之后缺少吨数。");
    }

    private Optional<String> put(@Nullable String label, BigDecimal tonnes) {
        if (label != null && label.matches(PollutantWords.PATTERN)) {
            return parts.put(PollutantWords.of(label), tonnes) == null ? Optional.empty()
                    : Optional.of("减排量中“" + label + "”出现两次。");
        }
        if (total != null) {
            return Optional.of("减排量中有两个合计：" + Decimals.print(total) + "和" + Decimals.print(tonnes)
                    + "；分列时请写明污染物。");
        }
        total = tonnes;
        return Optional.empty();
    }

    private Reading amounts() {
        BigDecimal sum = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total == null) {
            return parts.isEmpty() ? new Unreadable("减排量中没有吨数。") : new Amounts(sum, parts);
        }
        if (!parts.isEmpty() && sum.compareTo(total) != 0) {
            return new Unreadable("减排量合计" + Decimals.print(total) + "吨与分项之和" + Decimals.print(sum) + "吨不一致。");
        }
        return new Amounts(total, parts);
    }
}
