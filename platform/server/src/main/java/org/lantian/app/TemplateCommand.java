package org.lantian.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.DomainException;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.ledger.LedgerWorkbooks;
import org.lantian.plugin.table.TableSpec;
import org.lantian.profile.Profiles;

/** Writes an empty ledger workbook; needs no database. */
@Command(name = "template", mixinStandardHelpOptions = true,
        description = "Write an empty ledger workbook for clerks to fill (台账模板).")
final class TemplateCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;
    @Option(names = "--profile", required = true, paramLabel = "P", description = "Profile: id or id@version.")
    private String profile;
    @Option(names = "--year", required = true, paramLabel = "Y", description = "Base year of the figures.")
    private int year;
    @Option(names = "--table", defaultValue = "all", paramLabel = "TABLES",
            description = "all, or table ids separated by commas (default all).")
    private String tables;
    @Option(names = "-o", required = true, paramLabel = "FILE.xlsx", description = "File to write.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        if (year < 2000 || year > 2100) {
            throw DomainException.badRequest("YEAR_INVALID", "基准年 " + year + " 无效：应在 2000 至 2100 之间。");
        }
        try (Installation installation = Installation.openWithoutDatabase(data.folder())) {
            ResolvedProfile resolved = installation.bean(Profiles.class).requireInstalled(profile);
            List<String> wanted = "all".equals(tables) ? List.of() : Arrays.asList(tables.split(","));
            requireKnown(resolved, wanted);
            try (OutputStream out = Files.newOutputStream(file)) {
                LedgerWorkbooks.writeTemplate(resolved, year, wanted, "", out);
            }
        }
        System.out.println(file);
        return Lantian.DONE;
    }

    private static void requireKnown(ResolvedProfile profile, List<String> wanted) {
        List<String> unknown = wanted.stream().filter(id -> profile.findTable(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw DomainException.badRequest("TABLE_UNKNOWN", "没有表 " + String.join("、", unknown) + "；可用："
                    + String.join("、", profile.tables().stream().map(TableSpec::id).toList()) + "，或 all。");
        }
    }
}
