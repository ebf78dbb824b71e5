package org.lantian.engine.sheet;

import java.util.List;
import java.util.Optional;

import org.lantian.plugin.table.Field;

/** One entry of a repeating group: the readings of its columns on one line. At least one of them is present. */
public record LineReading(List<CellReading> cells) {

    public LineReading {
        cells = List.copyOf(cells);
    }

    public Optional<CellReading> find(Field field) {
        return cells.stream().filter(cell -> cell.column().field().filter(field::equals).isPresent()).findFirst();
    }
}
