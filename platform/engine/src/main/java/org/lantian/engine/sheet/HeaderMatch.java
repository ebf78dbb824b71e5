package org.lantian.engine.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;

/**
 * Where a table's columns stand in a sheet.
 *
 * @param firstDataRow first row below the header, from 0
 * @param baseYear the year that headers name
 * @param headers how many columns of the sheet have a header
 * @param score how much of the table was found: 2 a column by its whole path, 1 by its lowest header
 */
record HeaderMatch(TableSpec table, int firstDataRow, List<BoundColumn> columns, Optional<Integer> baseYear, int headers,
        int score, List<CellProblem> problems) {

    HeaderMatch {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }

    /**
     * The sheet has half of the table's columns, or most of the sheet's columns are the table's; for a sheet of the
     * table's name two columns will do if they are half of its own.
     */
    boolean convincing(boolean named) {
        long own = columns.stream().filter(column -> table.leaves().contains(column.spec())).count();
        return named && own >= 2 && own * 2 >= headers || own >= 2 && own * 2 >= table.leaves().size() || own >= 3 && own * 3 >= headers * 2L;
    }

    Set<Field> fields() {
        return columns.stream().flatMap(column -> column.spec().field().stream()).collect(Collectors.toSet());
    }
}
