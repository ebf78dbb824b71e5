package org.lantian.ledger;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.ValueType;

/** A column of a ledger table and the field it holds. */
record LedgerColumn(String name, Field field) {

    boolean isNumber() {
        return field.type() == ValueType.DECIMAL;
    }

    boolean isYesNo() {
        return field.type() == ValueType.YES_NO;
    }
}
