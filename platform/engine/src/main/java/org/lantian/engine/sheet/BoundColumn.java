package org.lantian.engine.sheet;

import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * A sheet column and what it means.
 *
 * @param spec the table's own column, or the meaning of an extra one
 * @param group the group whose lines it belongs to; an extension column takes that of its siblings
 * @param column sheet column, from 0
 */
record BoundColumn(ColumnSpec spec, FieldGroup group, int column) {

    /** An enterprise has several outlets, one a row, though no cell holds several. */
    boolean repeating() {
        return group.repeating() || group == FieldGroup.OUTLET;
    }

    boolean names() {
        return spec.field().filter(field -> field == Field.ENTERPRISE_NAME || field == Field.MEASURE_SUBJECT)
                .isPresent();
    }
}
