package org.lantian.engine.sheet;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * A sheet column and what it means.
 *
 * @param spec the table's own column, or the meaning of an extra one
 * @param group the group whose lines it belongs to; an extension column takes that of its siblings
 * @param column sheet column, from 0
 * @param unit unit of a number that the header names, where it is not the table's own
 */
record BoundColumn(ColumnSpec spec, FieldGroup group, int column, Optional<String> unit) {

    /** What one cell may say of several enterprises. */
    private static final Set<Field> SHARED = EnumSet.of(Field.CLUSTER_NAME, Field.CLUSTER_APPROVAL,
            Field.ENTERPRISE_COUNTY, Field.ENTERPRISE_TOWN, Field.ENTERPRISE_INDUSTRY, Field.ENERGY_UNIT,
            Field.PRODUCT_UNIT, Field.MATERIAL_UNIT, Field.ROW_ORDINAL);

    /** Whether a cell merged over two enterprises holds for both: where they lie, but not what they make. */
    boolean shared() {
        return spec.field().map(SHARED::contains).orElse(true);
    }

    /** An enterprise has several outlets, one a row, though no cell holds several. */
    boolean repeating() {
        return group.hasRows();
    }

    boolean names() {
        return spec.field().filter(field -> field == Field.ENTERPRISE_NAME || field == Field.MEASURE_SUBJECT)
                .isPresent();
    }
}
