package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import org.lantian.common.UserError;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.FieldText;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;
import org.lantian.profile.Profiles;

/** Reads typed values by the columns of the tenant's profile and puts them into an entry. */
@Singleton
final class EditCells {

    private static final Set<FieldGroup> EDITABLE = EnumSet.of(FieldGroup.ENTERPRISE, FieldGroup.TRANSPORT);

    /** Hours of a leap year; percent of oxygen in air, rounded up; shares in percent. */
    private static final Map<Field, BigDecimal> LARGEST = Map.of(Field.OUTLET_HOURS, new BigDecimal("8784"),
            Field.OUTLET_OXYGEN, new BigDecimal("21"), Field.TRANSPORT_CLEAN_SHARE, new BigDecimal("100"),
            Field.VOCS_MATERIAL_CONTENT, new BigDecimal("100"));

    private final Profiles profiles;
    private final FieldText reader = new FieldText(Industries.standard());

    EditCells(Profiles profiles) {
        this.profiles = profiles;
    }

    /** A column and the group that its values belong to. */
    private record Bound(ColumnSpec column, FieldGroup group) {
    }

    void apply(EntryEdit edit, List<Cell> given) {
        for (int i = 0; i < given.size(); i++) {
            apply(edit, given.get(i), Integer.toString(i));
        }
    }

    private void apply(EntryEdit edit, Cell cell, String place) {
        Optional<Bound> found = find(cell.field()).filter(bound -> bound.group().hasRows()
                || EDITABLE.contains(bound.group()) && !bound.column().field().equals(Optional.of(Field.ENTERPRISE_NAME)));
        if (found.isEmpty()) {
            edit.refuse(new UserError(List.of("cells", place, "field"), "FIELD_NOT_EDITABLE",
                    "“" + cell.field() + "”不能在此修改：企业名称用更名，集群在导入时填写，问题和任务各有自己的操作。", List.of()));
            return;
        }
        Bound bound = found.get();
        int size = edit.size(bound.group());
        if (bound.group().hasRows() != cell.row().isPresent()
                || cell.row().filter(row -> row < 1 || row > size + (cell.text().isPresent() ? 1 : 0)).isPresent()) {
            edit.refuse(new UserError(List.of("cells", place, "row"), "ROW_UNKNOWN", bound.group().hasRows()
                    ? "“" + bound.column().header() + "”须指明第几行，1 至 " + size + "，新增一行为 " + (size + 1) + "。"
                    : "“" + bound.column().header() + "”每家企业只有一个，不要填行号。", List.of()));
            return;
        }
        if (cell.text().isEmpty()) {
            cell.row().ifPresentOrElse(row -> edit.remove(bound.group(), row),
                    () -> put(edit, bound, cell, "", place));
        } else {
            put(edit, bound, cell, cell.text().get(), place);
        }
    }

    private void put(EntryEdit edit, Bound bound, Cell cell, String text, String place) {
        FieldText.Reading reading = reader.read(bound.column(), text);
        Optional<String> wrong = reading.problem().map(FieldText.Problem::message)
                .or(() -> tooLarge(bound.column(), reading.cell().fieldValue()));
        if (wrong.isPresent()) {
            edit.refuse(new UserError(List.of("cells", place, "text"), "CELL_INVALID", wrong.get(),
                    reading.problem().map(FieldText.Problem::allowed).orElse(List.of())));
            return;
        }
        Optional<Field> field = bound.column().field();
        if (bound.group().hasRows()) {
            edit.put(bound.group(), cell.row().orElseThrow(), field, bound.column().id(), reading.cell().fieldValue());
        } else if (field.isPresent()) {
            edit.put(field.get(), reading.cell());
        } else {
            edit.putAttribute(bound.column().id(), reading.cell().fieldValue());
        }
    }

    private static Optional<String> tooLarge(ColumnSpec column, FieldValue value) {
        BigDecimal largest = column.field().map(LARGEST::get).orElse(null);
        return largest != null && value instanceof FieldValue.Number(BigDecimal number) && number.compareTo(largest) > 0
                ? Optional.of("“" + column.header() + "”不能大于" + largest + "，现为" + number.toPlainString() + "。")
                : Optional.empty();
    }

    /** The profile's column of a field or declared column; a field without a column is read by its type alone. */
    private Optional<Bound> find(String id) {
        List<TableSpec> tables = profiles.current().tables();
        Optional<Bound> column = tables.stream().flatMap(table -> table.leaves().stream().filter(leaf -> leaf.field()
                .map(field -> field.id().equals(id)).orElseGet(() -> leaf.id().equals(id)))
                .map(leaf -> new Bound(leaf, table.groupOf(leaf)))).findFirst();
        return column.or(() -> Field.ofId(id).map(field -> new Bound(bare(field), field.group())));
    }

    private static ColumnSpec bare(Field field) {
        return new ColumnSpec(field.id(), field.meaning(), List.of(), Optional.of(field), field.type(), Optional.empty(),
                List.of(), true, "never", "", 1, List.of());
    }
}
