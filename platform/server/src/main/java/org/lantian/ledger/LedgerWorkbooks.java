package org.lantian.ledger;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.document.CsvFile;
import org.lantian.document.WorkbookWriter;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.SheetContent;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.engine.sheet.WorkbookContent;
import org.lantian.engine.sheet.WorkbookStamp;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;

/** Writes the ledger's workbooks in the tables of a profile: empty for clerks to fill, or with what the ledger has. */
@Singleton
public class LedgerWorkbooks {

    private final Ledger ledger;

    LedgerWorkbooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A template to fill in.
     *
     * @param tableIds tables to include, in this order; empty for all
     * @param banner a line above every table, for example 示例数据; blank for none
     * @throws IllegalArgumentException if the profile has no such table
     */
    public static void writeTemplate(ResolvedProfile profile, int baseYear, List<String> tableIds, String banner,
            OutputStream out) {
        List<TableSpec> tables = tableIds.isEmpty() ? profile.tables()
                : tableIds.stream().map(profile::requireTable).toList();
        WorkbookWriter.write(content(profile, baseYear,
                tables.stream().map(table -> sheet(table, baseYear, banner, List.of())).toList()), out);
    }

    /**
     * What the ledger has of a year, as a workbook that can be imported again; tables of findings and measures are
     * left out. Called inside the tenant's transaction.
     */
    public void writeLedger(ResolvedProfile profile, int baseYear, OutputStream out) {
        writeLedger(profile, baseYear, Optional.empty(), out);
    }

    /** The same for one cluster. */
    public void writeLedger(ResolvedProfile profile, int baseYear, Optional<Long> clusterId, OutputStream out) {
        List<LedgerEntry> entries = entries(baseYear, clusterId);
        WorkbookWriter.write(content(profile, baseYear, profile.tables().stream().filter(LedgerWorkbooks::isOwn)
                .map(table -> sheet(table, baseYear, "", rows(table, entries))).toList()), out);
    }

    /** One table of it as CSV, which can be imported again. */
    public void writeCsv(ResolvedProfile profile, int baseYear, Optional<Long> clusterId, TableSpec table,
            OutputStream out) {
        CsvFile.write(sheet(table, baseYear, "", rows(table, entries(baseYear, clusterId))), stamp(profile, baseYear),
                out);
    }

    private List<LedgerEntry> entries(int year, Optional<Long> clusterId) {
        return clusterId.map(id -> ledger.list(year, ledger.requireCluster(id).requireId()))
                .orElseGet(() -> ledger.list(year));
    }

    private static WorkbookStamp stamp(ResolvedProfile profile, int baseYear) {
        return new WorkbookStamp(profile.ref(), profile.hash(), baseYear, WorkbookStamp.CURRENT_TEMPLATE_VERSION);
    }

    private static WorkbookContent content(ResolvedProfile profile, int baseYear, List<SheetContent> sheets) {
        return new WorkbookContent(Optional.of(stamp(profile, baseYear)), sheets);
    }

    private static SheetContent sheet(TableSpec table, int baseYear, String banner, List<List<Entry>> rows) {
        String title = table.number().map(number -> "表" + number + "  ").orElse("")
                + table.title().replace("{city}", "").replace("{cluster}", "");
        return new SheetContent(table, title, baseYear, banner, rows);
    }

    static boolean isOwn(TableSpec table) {
        return table.leaves().stream().flatMap(column -> column.field().stream()).map(Field::group)
                .noneMatch(group -> group == FieldGroup.FINDING || group == FieldGroup.MEASURE);
    }

    private static List<List<Entry>> rows(TableSpec table, List<LedgerEntry> entries) {
        List<List<Entry>> rows = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            rows.addAll(new EntryCells(table, entry).rows(rows.size() + 1));
        }
        return rows;
    }
}
