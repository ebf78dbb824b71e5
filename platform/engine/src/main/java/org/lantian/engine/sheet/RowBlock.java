package org.lantian.engine.sheet;

import java.util.List;

/** Sheet rows that speak of one enterprise: the row with its name and those that continue it. Rows count from 0. */
record RowBlock(List<Integer> rows) {

    RowBlock {
        rows = List.copyOf(rows);
    }

    int first() {
        return rows.getFirst();
    }
}
