package org.lantian.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.CellText;
import org.lantian.ledger.EnterpriseDraft.PlacedLine;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * Finds figures that would count twice because an enterprise stands in several rows. Clerks fill a row down to add one
 * more product or piece of equipment; what stayed the same is the same figure. Lines of one cell are never compared.
 */
final class RepeatedLines {

    private static final Map<FieldGroup, Field> SUMMED = Map.of(FieldGroup.ENERGY_USE, Field.ENERGY_TYPE,
            FieldGroup.PRODUCT, Field.PRODUCT_NAME, FieldGroup.RAW_MATERIAL, Field.MATERIAL_NAME);

    private final String enterprise;
    private final List<CellProblem> problems;
    private final Set<String> rowsOfNewEquipment = new HashSet<>();

    RepeatedLines(String enterprise, List<PlacedLine> equipment, List<CellProblem> problems) {
        this.enterprise = enterprise;
        this.problems = problems;
        Set<String> seen = new HashSet<>();
        equipment.forEach(placed -> placed.line().find(Field.EQUIPMENT_NAME).flatMap(CellReading::text)
                .filter(equipmentName -> seen.add(CellText.key(equipmentName)))
                .ifPresent(fresh -> rowsOfNewEquipment.add(row(placed))));
    }

    /** The lines without those that only repeat an earlier row. */
    List<PlacedLine> without(FieldGroup group, List<PlacedLine> lines) {
        Field name = SUMMED.get(group);
        if (name == null) {
            return lines;
        }
        List<PlacedLine> kept = new ArrayList<>();
        for (PlacedLine placed : lines) {
            Optional<PlacedLine> earlier = kept.stream()
                    .filter(other -> other.sheet().equals(placed.sheet()) && !row(other).equals(row(placed)))
                    .filter(other -> named(other, name).equals(named(placed, name))).findFirst();
            if (earlier.isEmpty() || !repeats(earlier.get(), placed, name)) {
                kept.add(placed);
            }
        }
        return kept;
    }

    private boolean repeats(PlacedLine earlier, PlacedLine placed, Field name) {
        boolean same = EnterpriseDraft.values(earlier.line()).equals(EnterpriseDraft.values(placed.line()));
        if (named(placed, name).isEmpty()) {
            return same;
        }
        CellReading cell = placed.line().find(name).orElseThrow();
        String place = earlier.line().find(name).orElseThrow().cell();
        String said = "“" + enterprise + "”的“" + cell.raw() + "”";
        if (same) {
            problems.add(CellProblem.warning(placed.sheet(), cell.cell(), CellProblemCode.DUPLICATE_ROW,
                    said + "与" + place + "完全相同，未重复计入；确为两项的，请写在同一单元格内，逐行填写。"));
        } else if (!rowsOfNewEquipment.contains(row(placed))) {
            problems.add(CellProblem.error(placed.sheet(), cell.cell(), CellProblemCode.CONTRADICTING_VALUES,
                    said + "在" + place + "已经填写，两处数据不同；确为两项的，请写在同一单元格内，逐行填写。"));
        }
        return same;
    }

    private static String named(PlacedLine placed, Field name) {
        return placed.line().find(name).flatMap(CellReading::text).map(CellText::key).orElse("");
    }

    private static String row(PlacedLine placed) {
        return EnterpriseDraft.place(placed.sheet(),
                Integer.parseInt(placed.line().cells().getFirst().cell().replaceAll("\\D", "")));
    }
}
