package org.lantian.engine.sheet;

import java.util.List;
import java.util.Optional;

/** A whole workbook: the tables found in it and everything that is wrong with its cells. */
public record WorkbookReading(Optional<WorkbookStamp> stamp, List<TableReading> tables, List<CellProblem> problems) {

    public WorkbookReading {
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }
}
