package org.lantian.engine.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.cel.common.types.SimpleType;

import org.lantian.plugin.table.Field;

/** Field values as CEL sees them: none is the empty string, absent is not bound and therefore unknown. */
final class Bindings {

    private final Map<String, Object> known = new HashMap<>();

    static Bindings of(Set<Field> visible, Map<Field, FieldValue> values) {
        Bindings bindings = new Bindings();
        for (Field field : visible) {
            Optional<Object> given = valueOf(field, values.getOrDefault(field, new FieldValue.Absent()));
            given.ifPresent(value -> bindings.known.put(field.variable(), value));
            bindings.known.put(HostFunctions.GIVEN_PREFIX + field.variable(), given.isPresent());
        }
        return bindings;
    }

    void bind(String variable, Truth truth) {
        if (truth != Truth.UNKNOWN) {
            known.put(variable, truth == Truth.TRUE);
        }
    }

    void bind(String variable, String text) {
        known.put(variable, text);
    }

    Map<String, Object> known() {
        return known;
    }

    static boolean absent(Field field, FieldValue value) {
        return valueOf(field, value).isEmpty();
    }

    private static Optional<Object> valueOf(Field field, FieldValue value) {
        boolean text = RuleLanguage.typeOf(field).equals(SimpleType.STRING);
        return switch (value) {
            case FieldValue.Text(String word) -> Optional.of(word);
            case FieldValue.Number(var number) -> Optional.of(new Amount(number));
            case FieldValue.None() -> text ? Optional.of("") : Optional.empty();
            case FieldValue.Absent() -> Optional.empty();
        };
    }
}
