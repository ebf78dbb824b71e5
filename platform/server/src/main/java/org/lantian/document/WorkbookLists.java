package org.lantian.document;

import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.util.CellReference;

import org.lantian.engine.sheet.WorkbookStamp;

/** The value lists behind drop-downs. They stand on the stamp's hidden sheet, so that any length and comma will do. */
final class WorkbookLists {

    /** The stamp takes the first two columns. */
    private static final int FIRST_COLUMN = 2;

    private final List<List<String>> lists = new ArrayList<>();

    /** The formula that names the list; equal lists are kept once. */
    String formula(List<String> values) {
        int index = lists.indexOf(values);
        if (index < 0) {
            lists.add(List.copyOf(values));
            index = lists.size() - 1;
        }
        String column = CellReference.convertNumToColString(FIRST_COLUMN + index);
        return WorkbookStamp.SHEET + "!$" + column + "$1:$" + column + "$" + values.size();
    }

    boolean isEmpty() {
        return lists.isEmpty();
    }

    List<List<String>> columns() {
        return List.copyOf(lists);
    }
}
