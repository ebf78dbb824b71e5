package org.lantian.ledger;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.common.Progress;
import org.lantian.document.CsvFile;
import org.lantian.document.WorkbookWriter;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.SheetContent;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.engine.sheet.WorkbookContent;
import org.lantian.engine.sheet.WorkbookStamp;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.table.ValueType;

/** Writes the ledger's workbooks in the tables of a profile: empty for clerks to fill, or with what the ledger has. */
@Singleton
public class LedgerWorkbooks {

    private static final int CLUSTER_WIDTH = 5;

    private final Ledger ledger;
    private final List<LedgerExtension> extensions;

    LedgerWorkbooks(Ledger ledger, List<LedgerExtension> extensions) {
        this.ledger = ledger;
        this.extensions = List.copyOf(extensions);
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
     * What the ledger has of a year, with findings and measures, as a workbook that changes nothing when it is imported
     * again. Called inside the tenant's transaction.
     */
    public void writeLedger(ResolvedProfile profile, int baseYear, OutputStream out) {
        writeLedger(profile, baseYear, Optional.empty(), out);
    }

    /** The same for one cluster. */
    public void writeLedger(ResolvedProfile profile, int baseYear, Optional<Long> clusterId, OutputStream out) {
        List<LedgerEntry> entries = entries(baseYear, clusterId);
        WorkbookWriter.write(content(profile, baseYear, told(profile.tables(), entries).stream()
                .map(table -> sheet(table, baseYear, "", rows(table, baseYear, entries))).toList()), out);
    }

    /** One table of it as CSV, which can be imported again. */
    public void writeCsv(ResolvedProfile profile, int baseYear, Optional<Long> clusterId, TableSpec table,
            OutputStream out) {
        List<LedgerEntry> entries = entries(baseYear, clusterId);
        TableSpec told = told(List.of(table), entries).getFirst();
        CsvFile.write(sheet(told, baseYear, "", rows(told, baseYear, entries)), stamp(profile, baseYear), out);
    }

    /** Where another cluster of the ledger has an enterprise of the same name, every table says which cluster a row is about. */
    private List<TableSpec> told(List<TableSpec> tables, List<LedgerEntry> entries) {
        Set<String> shared = ledger.sharedNames();
        return entries.stream().noneMatch(entry -> shared.contains(entry.enterprise().nameKey())) ? tables
                : tables.stream().map(LedgerWorkbooks::withCluster).toList();
    }

    private static TableSpec withCluster(TableSpec table) {
        if (table.leaves().stream().anyMatch(column -> column.field().filter(Field.CLUSTER_NAME::equals).isPresent())) {
            return table;
        }
        List<ColumnSpec> columns = new ArrayList<>(table.columns());
        columns.add(new ColumnSpec("exportedCluster", "所属集群", List.of(), Optional.of(Field.CLUSTER_NAME), ValueType.TEXT,
                Optional.empty(), List.of(), true, "never", "", CLUSTER_WIDTH, List.of()));
        return new TableSpec(table.id(), table.number(), table.title(), table.sheet(), columns, table.notes());
    }

    private List<LedgerEntry> entries(int year, Optional<Long> clusterId) {
        Progress.tell("读取台账");
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

    private List<List<Entry>> rows(TableSpec table, int baseYear, List<LedgerEntry> entries) {
        Set<FieldGroup> groups = table.leaves().stream().flatMap(column -> column.field().stream()).map(Field::group)
                .collect(Collectors.toSet());
        return extensions.stream().filter(extension -> groups.contains(extension.group())).findFirst()
                .map(extension -> foreign(table, extension.rows(baseYear, entries)))
                .orElseGet(() -> own(table, entries));
    }

    private static List<List<Entry>> foreign(TableSpec table, List<Map<Field, Entry>> given) {
        List<List<Entry>> rows = new ArrayList<>();
        for (Map<Field, Entry> cells : given) {
            Entry ordinal = new Entry.Number(BigDecimal.valueOf(rows.size() + 1L));
            rows.add(table.leaves().stream().map(column -> column.field()
                    .map(field -> field == Field.ROW_ORDINAL ? ordinal : cells.getOrDefault(field, new Entry.Blank()))
                    .orElseGet(Entry.Blank::new)).toList());
        }
        return rows;
    }

    private static List<List<Entry>> own(TableSpec table, List<LedgerEntry> entries) {
        List<List<Entry>> rows = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            rows.addAll(new EntryCells(table, entry).rows(rows.size() + 1));
        }
        return rows;
    }
}
