package org.lantian.engine.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * Booleans over all rows of a group that every rule may name. One row that shows it makes it true;
 * else an absent cell, or a group without rows, leaves it unknown.
 */
enum DerivedFact {

    /** A raw material's name is in the profile's technique list {@code vocs-material}. */
    ANY_VOCS_MATERIAL("any_vocs_material", Field.MATERIAL_NAME, "是否使用含VOCs原辅材料"),
    /** A raw material's name is in the list {@code insoluble-vocs}. */
    ANY_INSOLUBLE_VOCS("any_insoluble_vocs", Field.MATERIAL_NAME, "是否使用含非水溶性VOCs原辅材料"),
    /** A VOCs treatment is given for a process. */
    ANY_VOCS_TREATMENT("any_vocs_treatment", Field.TREATMENT_VOCS, "是否有VOCs治理设施"),
    /** A fuel's name is in the list {@code coal}, other than by words of the list {@code coal-gas} (煤气 is no coal). */
    ANY_COAL("any_coal", Field.ENERGY_TYPE, "是否使用煤炭"),
    /** The fugitive collection of a process is given as none. */
    ANY_COLLECTION_MISSING("any_collection_missing", Field.TREATMENT_COLLECTION, "是否有环节无收集措施"),
    /** A process has a VOCs treatment and its collection is given as none. */
    ANY_VOCS_UNCOLLECTED("any_vocs_uncollected", Field.TREATMENT_COLLECTION, "是否有VOCs环节无收集措施"),
    /** An outlet is registered; never unknown. */
    ANY_OUTLET("any_outlet", Field.OUTLET_NUMBER, "是否登记排放口"),
    /** A VOCs material has its content; never unknown. */
    ANY_VOCS_CONTENT("any_vocs_content", Field.VOCS_MATERIAL_CONTENT, "是否登记含VOCs物料的含量"),
    /** A raw material's name is in the list {@code vocs-material}, and no VOCs material of that name has its content. */
    ANY_VOCS_UNREGISTERED("any_vocs_unregistered", Field.MATERIAL_NAME, "是否使用未登记含量的含VOCs原辅材料");

    private static final String VOCS_MATERIAL = "vocs-material";
    private static final String INSOLUBLE_VOCS = "insoluble-vocs";
    private static final String COAL = "coal";
    private static final String COAL_GAS = "coal-gas";

    private final String variable;
    private final Field field;
    private final String label;

    DerivedFact(String variable, Field field, String label) {
        this.variable = variable;
        this.field = field;
        this.label = label;
    }

    String variable() {
        return variable;
    }

    Field field() {
        return field;
    }

    String label() {
        return label;
    }

    /** Technique lists that the fact is read with. */
    List<String> lists() {
        return switch (this) {
            case ANY_VOCS_MATERIAL, ANY_VOCS_UNREGISTERED -> List.of(VOCS_MATERIAL);
            case ANY_INSOLUBLE_VOCS -> List.of(INSOLUBLE_VOCS);
            case ANY_COAL -> List.of(COAL, COAL_GAS);
            case ANY_VOCS_TREATMENT, ANY_COLLECTION_MISSING, ANY_VOCS_UNCOLLECTED, ANY_OUTLET, ANY_VOCS_CONTENT -> List.of();
        };
    }

    static Optional<DerivedFact> ofVariable(String variable) {
        return Arrays.stream(values()).filter(fact -> fact.variable.equals(variable)).findFirst();
    }

    Truth of(EnterpriseFacts facts, Standards standards) {
        List<Map<Field, FieldValue>> rows = facts.rowsOf(field.group());
        if (this == ANY_OUTLET) {
            return rows.isEmpty() ? Truth.FALSE : Truth.TRUE;
        }
        if (this == ANY_VOCS_CONTENT) {
            return rows.stream().anyMatch(row -> FieldValue.number(row, field).isPresent()) ? Truth.TRUE : Truth.FALSE;
        }
        List<Truth> each = rows.stream().map(row -> passesOver(row, facts) ? Truth.FALSE
                : shows(row.getOrDefault(field, new FieldValue.Absent()), standards)).toList();
        if (each.contains(Truth.TRUE)) {
            return Truth.TRUE;
        }
        return each.isEmpty() || each.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether the row does not count, whatever it says. */
    private boolean passesOver(Map<Field, FieldValue> row, EnterpriseFacts facts) {
        return switch (this) {
            case ANY_VOCS_UNCOLLECTED -> !(row.get(Field.TREATMENT_VOCS) instanceof FieldValue.Text);
            case ANY_VOCS_UNREGISTERED -> facts.rowsOf(FieldGroup.VOCS_MATERIAL).stream()
                    .filter(material -> FieldValue.number(material, Field.VOCS_MATERIAL_CONTENT).isPresent())
                    .anyMatch(material -> row.containsKey(Field.MATERIAL_NAME)
                            && row.get(Field.MATERIAL_NAME).equals(material.get(Field.VOCS_MATERIAL_NAME)));
            case ANY_VOCS_MATERIAL, ANY_INSOLUBLE_VOCS, ANY_VOCS_TREATMENT, ANY_COAL, ANY_COLLECTION_MISSING, ANY_OUTLET,
                    ANY_VOCS_CONTENT -> false;
        };
    }

    private Truth shows(FieldValue value, Standards standards) {
        return switch (value) {
            case FieldValue.Text(String word) -> shows(word, standards) ? Truth.TRUE : Truth.FALSE;
            case FieldValue.None() -> this == ANY_COLLECTION_MISSING || this == ANY_VOCS_UNCOLLECTED ? Truth.TRUE : Truth.FALSE;
            case FieldValue.Number _, FieldValue.Absent _ -> Truth.UNKNOWN;
        };
    }

    private boolean shows(String word, Standards standards) {
        return switch (this) {
            case ANY_VOCS_MATERIAL, ANY_VOCS_UNREGISTERED -> standards.listed(word, VOCS_MATERIAL);
            case ANY_INSOLUBLE_VOCS -> standards.listed(word, INSOLUBLE_VOCS);
            case ANY_VOCS_TREATMENT -> true;
            case ANY_COAL -> standards.listed(standards.without(word, COAL_GAS), COAL);
            case ANY_COLLECTION_MISSING, ANY_VOCS_UNCOLLECTED, ANY_OUTLET, ANY_VOCS_CONTENT -> false;
        };
    }
}
