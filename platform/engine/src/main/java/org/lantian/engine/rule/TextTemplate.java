package org.lantian.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lantian.engine.quantity.Decimals;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.table.Field;

/**
 * A finding's sentence with {@code {field.id}}, {@code {limit}}, {@code {demand}} (≤50 or ＜50), {@code {corrected}} and
 * {@code {conversion}}, which says nothing where nothing was converted.
 */
record TextTemplate(String text) {

    private static final Set<String> COMPUTED = Set.of("limit", "demand", "corrected", "conversion", "sourceCategory",
            "limitSource");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    List<String> problems(Set<Field> visible) {
        List<String> problems = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean known = COMPUTED.contains(name) || Field.ofId(name).filter(visible::contains).isPresent();
            if (!known) {
                problems.add("占位符 {" + name + "} 不是可见字段");
            }
        }
        return problems;
    }

    String fill(Map<Field, FieldValue> values, Trace trace) {
        return PLACEHOLDER.matcher(text).replaceAll(
                match -> Matcher.quoteReplacement(valueOf(match.group(1), values, trace)));
    }

    static String demand(EmissionLimit limit) {
        return (limit.below() ? "＜" : "≤") + Decimals.print(limit.value());
    }

    private static String valueOf(String name, Map<Field, FieldValue> values, Trace trace) {
        return switch (name) {
            case "limit" -> trace.limits().stream().findFirst().map(limit -> Decimals.print(limit.value())).orElse("—");
            case "demand" -> trace.limits().stream().findFirst().map(TextTemplate::demand).orElse("—");
            case "sourceCategory" -> trace.limits().stream().findFirst().map(EmissionLimit::sourceCategory).orElse("—");
            case "limitSource" -> trace.limits().isEmpty() ? "—" : trace.limits().stream().map(EmissionLimit::source)
                    .distinct().collect(Collectors.joining("、"));
            case "conversion" -> trace.explanations().stream().findFirst()
                    .map(explanation -> "、折算为基准氧含量后" + explanation.result().print()).orElse("");
            case "corrected" -> trace.explanations().stream().findFirst()
                    .map(explanation -> Decimals.print(explanation.result().value())).orElse("—");
            default -> Field.ofId(name).map(field -> values.getOrDefault(field, new FieldValue.Absent()).print())
                    .orElseThrow(() -> new IllegalStateException("unchecked placeholder " + name));
        };
    }
}
