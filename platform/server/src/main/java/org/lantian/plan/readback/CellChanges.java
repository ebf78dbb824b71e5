package org.lantian.plan.readback;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.document.WorkbookWriter;
import org.lantian.engine.document.Block;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.ledger.LedgerImports;
import org.lantian.plan.Plan;
import org.lantian.plan.PlanExports;
import org.lantian.plan.PlanTree;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.profile.Profiles;

/** Takes accepted cells over into the ledger and the measures: the rows they are in are imported like a user's workbook. */
@Singleton
class CellChanges {

    private final PlanExports exports;
    private final LedgerImports imports;
    private final Profiles profiles;

    CellChanges(PlanExports exports, LedgerImports imports, Profiles profiles) {
        this.exports = exports;
        this.imports = imports;
        this.profiles = profiles;
    }

    /**
     * Takes the cells over, all or none.
     *
     * @throws DomainException naming the first cell that cannot be taken, and why
     */
    void take(Plan plan, List<Edit> cells) {
        PlanTree present = exports.present(plan);
        Map<String, Map<Integer, List<String>>> rows = new LinkedHashMap<>();
        cells.forEach(edit -> put(present, edit, rows));
        List<Block.Table> tables = new ArrayList<>();
        rows.forEach((id, changed) -> tables.add(with(table(present, id), List.copyOf(changed.values()))));
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        WorkbookWriter.writeTables(tables, "", workbook);
        LedgerImports.Report report = imports.importNow("读回的表格.xlsx", workbook.toByteArray(),
                new LedgerImports.Options(Optional.of(plan.baseYear()), false, false));
        if (!report.committed()) {
            throw DomainException.failedPrecondition("READ_BACK_CELL_REFUSED", "表格中的修改不能写入台账：" + report.problems()
                    .stream().filter(CellProblem::isError).findFirst().map(CellProblem::message).orElse("表头不能识别。"));
        }
    }

    private void put(PlanTree present, Edit edit, Map<String, Map<Integer, List<String>>> rows) {
        Edit.Cell cell = edit.cell().orElseThrow();
        Block.Table table = table(present, cell.table());
        requireOwnData(table, cell);
        int key = TableEdits.keyColumn(table);
        int row = row(table, cell, key).orElseThrow(() -> DomainException.conflict("READ_BACK_ROW_GONE",
                edit.place() + "：这一行已不在表中，请刷新后重新读回。"));
        String now = TableEdits.plain(table.rows().get(row).get(cell.column()));
        if (!now.equals(edit.before()) && !now.equals(edit.after())) {
            throw DomainException.conflict("READ_BACK_CELL_CHANGED",
                    edit.place() + "：导出之后数据已改为“" + now + "”，与文件中的修改冲突。");
        }
        rows.computeIfAbsent(cell.table(), ignored -> new LinkedHashMap<>())
                .computeIfAbsent(row, ignored -> new ArrayList<>(table.rows().get(row))).set(cell.column(), edit.after());
    }

    private static Optional<Integer> row(Block.Table table, Edit.Cell cell, int key) {
        if (cell.row() < table.rows().size() && name(table, cell.row(), key).equals(cell.key())) {
            return Optional.of(cell.row());
        }
        for (int i = 0; i < table.rows().size(); i++) {
            if (name(table, i, key).equals(cell.key())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String name(Block.Table table, int row, int key) {
        return TableEdits.plain(table.rows().get(row).get(key)).replace("\n", "");
    }

    /** Findings are computed, and the name in a row says whose it is. */
    private void requireOwnData(Block.Table table, Edit.Cell cell) {
        ResolvedProfile profile = profiles.current();
        boolean computed = profile.requireTable(cell.table()).leaves().get(cell.column()).field()
                .map(field -> field.group() == FieldGroup.FINDING).orElse(true);
        if (computed) {
            throw DomainException.failedPrecondition("READ_BACK_CELL_COMPUTED",
                    "“" + table.leaves().get(cell.column()).header() + "”由系统生成，不能从文件写回；请在问题诊断或台账中修改。");
        }
        if (cell.column() == TableEdits.keyColumn(table)) {
            throw DomainException.failedPrecondition("READ_BACK_NAME", "企业名称不能从文件写回；改名请在台账中进行。");
        }
    }

    private static Block.Table table(PlanTree tree, String id) {
        return tree.document().blocks().stream().filter(block -> block instanceof Block.Table table && table.id().equals(id))
                .map(Block.Table.class::cast).findFirst().orElseThrow(() -> DomainException
                        .conflict("READ_BACK_ROW_GONE", "方案中已没有这张表，请刷新后重新读回。"));
    }

    private static Block.Table with(Block.Table table, List<List<String>> rows) {
        return new Block.Table(table.id(), table.caption(), table.columns(), rows, table.notes(), table.anchor());
    }
}
