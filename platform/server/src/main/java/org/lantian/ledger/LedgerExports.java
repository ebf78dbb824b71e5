package org.lantian.ledger;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.DomainException;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.plugin.table.TableSpec;
import org.lantian.profile.Profiles;

/** Stores templates and exports of the ledger as files. Called inside the tenant's write transaction. */
@Singleton
public class LedgerExports {

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private final LedgerWorkbooks workbooks;
    private final Ledger ledger;
    private final Profiles profiles;
    private final FileStore files;
    private final AuditTrail audit;

    LedgerExports(LedgerWorkbooks workbooks, Ledger ledger, Profiles profiles, FileStore files, AuditTrail audit) {
        this.workbooks = workbooks;
        this.ledger = ledger;
        this.profiles = profiles;
        this.files = files;
        this.audit = audit;
    }

    /**
     * The ledger of a year, of one cluster or of all, as a workbook that can be imported again.
     *
     * @param year empty for the ledger's base year
     * @throws DomainException FAILED_PRECONDITION if the ledger is empty and no year is given
     */
    public StoredFile exportWorkbook(Optional<Integer> year, Optional<Long> clusterId) {
        int wanted = year(year);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbooks.writeLedger(profiles.current(), wanted, clusterId, out);
        return saved(wanted + "年台账.xlsx", WORKBOOK, out, Map.of("year", wanted));
    }

    /**
     * One table of it as CSV.
     *
     * @throws DomainException BAD_REQUEST if the profile has no such table
     */
    public StoredFile exportCsv(Optional<Integer> year, Optional<Long> clusterId, String tableId) {
        int wanted = year(year);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableSpec table = requireTable(profiles.current(), tableId);
        workbooks.writeCsv(profiles.current(), wanted, clusterId, table, out);
        return saved(wanted + "年" + table.sheet() + ".csv", CSV, out, Map.of("year", wanted, "table", tableId));
    }

    /**
     * A template for clerks to fill.
     *
     * @param tableIds tables to include; empty for all
     * @throws DomainException BAD_REQUEST if the profile has no such table
     */
    public StoredFile template(int year, List<String> tableIds) {
        ResolvedProfile profile = profiles.current();
        tableIds.stream().filter(id -> profile.findTable(id).isEmpty()).findFirst().ifPresent(id -> {
            throw unknown(profile.tables(), id);
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LedgerWorkbooks.writeTemplate(profile, year, tableIds, "", out);
        return saved(year + "年台账模板.xlsx", WORKBOOK, out, Map.of("year", year, "template", true));
    }

    /** @throws DomainException BAD_REQUEST if the profile has no such table */
    public static TableSpec requireTable(ResolvedProfile profile, String tableId) {
        return profile.findTable(tableId).orElseThrow(() -> unknown(profile.tables(), tableId));
    }

    private static DomainException unknown(List<TableSpec> tables, String id) {
        return DomainException.badRequest("TABLE_UNKNOWN", "没有表 " + id + "；可用："
                + String.join("、", tables.stream().map(TableSpec::id).toList()) + "。");
    }

    private int year(Optional<Integer> year) {
        return year.orElseGet(ledger::requireBaseYear);
    }

    private StoredFile saved(String name, String type, ByteArrayOutputStream out, Map<String, Object> noted) {
        StoredFile file = files.save(name, type, out.toByteArray());
        audit.note("ledger.exported", "file", Long.toString(file.id()), noted);
        return file;
    }
}
