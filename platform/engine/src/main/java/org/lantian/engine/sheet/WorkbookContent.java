package org.lantian.engine.sheet;

import java.util.List;
import java.util.Optional;

/** A workbook to be written. The stamp makes it known when it is read back. */
public record WorkbookContent(Optional<WorkbookStamp> stamp, List<SheetContent> sheets) {

    public WorkbookContent {
        sheets = List.copyOf(sheets);
    }
}
