package org.lantian.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerExports;
import org.lantian.ledger.LedgerWorkbooks;
import org.lantian.plugin.table.TableSpec;
import org.lantian.profile.Profiles;

/** Writes what the ledger has of a year; the file can be imported again. */
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Write the ledger of a year as a workbook, or one table of it as CSV (导出台账).")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private TenantOption tenant;
    @Option(names = "--year", paramLabel = "Y", description = "Year of the figures (default: the ledger's base year).")
    private Integer year;
    @Option(names = "--csv", paramLabel = "TABLE", description = "Write this table as CSV, for example table1.")
    private String csv;
    @Option(names = "-o", required = true, paramLabel = "FILE", description = "File to write.")
    private Path file;

    @Override
    public Integer call() {
        tenant.reading(installation -> {
            int wanted = Optional.ofNullable(year).orElseGet(installation.bean(Ledger.class)::requireBaseYear);
            ResolvedProfile profile = installation.bean(Profiles.class).current();
            Optional<TableSpec> table = Optional.ofNullable(csv).map(id -> LedgerExports.requireTable(profile, id));
            LedgerWorkbooks workbooks = installation.bean(LedgerWorkbooks.class);
            try (OutputStream out = Files.newOutputStream(file)) {
                if (table.isEmpty()) {
                    workbooks.writeLedger(profile, wanted, out);
                } else {
                    workbooks.writeCsv(profile, wanted, Optional.empty(), table.get(), out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return wanted;
        });
        System.out.println(file);
        return Lantian.DONE;
    }
}
