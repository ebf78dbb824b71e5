package org.lantian.engine.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.cel.common.types.CelType;

import org.lantian.plugin.table.Field;

/**
 * A compiled condition over the fields of one row, as {@code requiredWhen} of a column: {@code never}, {@code always}
 * or CEL. Safe for use by many threads.
 */
public sealed interface Condition {

    /** Whether the condition holds; UNKNOWN where it depends on an absent value. */
    Truth holds(Map<Field, FieldValue> values);

    /**
     * @param cel the text
     * @param visible fields it may name, dots as underscores
     * @throws RuleCompilationException if it does not compile
     */
    static Condition compile(String cel, Set<Field> visible) {
        return switch (cel.strip()) {
            case "never" -> new Constant(Truth.FALSE);
            case "always" -> new Constant(Truth.TRUE);
            default -> Compiled.of(cel, Set.copyOf(visible));
        };
    }

    /** The same for every row. */
    record Constant(Truth truth) implements Condition {
        @Override
        public Truth holds(Map<Field, FieldValue> values) {
            return truth;
        }
    }

    /** A CEL text. */
    final class Compiled implements Condition {

        /** A profile inherits most of its tables, so the same text comes again and again. */
        private static final Map<Text, Compiled> KNOWN = Remembered.map();

        private record Text(String cel, Set<Field> visible) {
        }

        private final Expression expression;
        private final Set<Field> visible;

        static Compiled of(String cel, Set<Field> visible) {
            Text text = new Text(cel, visible);
            Compiled known = KNOWN.get(text);
            if (known == null) {
                Map<String, CelType> variables = new HashMap<>();
                visible.forEach(field -> variables.put(field.variable(), RuleLanguage.typeOf(field)));
                known = new Compiled(Expression.compile(RuleLanguage.over(variables).build(), variables.keySet(), "条件", cel,
                        new LiteralChecks(_ -> false)), visible);
                KNOWN.put(text, known);
            }
            return known;
        }

        private Compiled(Expression expression, Set<Field> visible) {
            this.expression = expression;
            this.visible = visible;
        }

        @Override
        public Truth holds(Map<Field, FieldValue> values) {
            return expression.evaluate(Bindings.of(visible, values)).truth();
        }
    }
}
