package org.lantian.engine.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** How a scalar is read as a text, number, flag or constant; a scalar in another form is noted as a problem. */
record ScalarForms(YamlProblems problems) {

    Optional<String> text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(node, "此处应为文字。");
            return Optional.empty();
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            problems.add(node, "值为空；不需要时请删去该键。");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    Optional<Integer> integer(Node node) {
        return text(node).flatMap(text -> {
            if (text.matches("-?\\d{1,9}")) {
                return Optional.of(Integer.valueOf(text));
            }
            problems.add(node, "“" + text + "”不是整数。");
            return Optional.empty();
        });
    }

    Optional<BigDecimal> decimal(Node node) {
        return text(node).flatMap(text -> {
            if (text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
                return Optional.of(new BigDecimal(text));
            }
            problems.add(node, "“" + text + "”不是数字（不用指数和千位分隔）。");
            return Optional.empty();
        });
    }

    Optional<Boolean> flag(Node node) {
        return text(node).flatMap(text -> {
            if (text.equals("true") || text.equals("false")) {
                return Optional.of(Boolean.valueOf(text));
            }
            problems.add(node, "“" + text + "”无效：只能是true或false。");
            return Optional.empty();
        });
    }

    <E extends Enum<E>> Optional<E> choice(Node node, Class<E> type, Function<E, String> word) {
        return text(node).flatMap(text -> {
            List<String> words = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                if (word.apply(constant).equals(text)) {
                    return Optional.of(constant);
                }
                words.add(word.apply(constant));
            }
            problems.add(node, "“" + text + "”无效：只能是" + String.join("、", words) + "之一。");
            return Optional.empty();
        });
    }
}
