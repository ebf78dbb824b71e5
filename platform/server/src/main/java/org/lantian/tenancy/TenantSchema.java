package org.lantian.tenancy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

/** The migrations of a tenant's schema as this version knows them. */
@Singleton
public final class TenantSchema {

    /** In dependency order; a feature that brings tables adds its file here. */
    static final List<String> FILES = List.of(
            "10-audit.sql",
            "20-file.sql",
            "30-identity.sql",
            "31-unit.sql",
            "40-ledger.sql",
            "41-ledger-history.sql",
            "42-ledger-supplements.sql",
            "42-ledger-succession.sql",
            "43-ledger-register.sql",
            "44-ledger-round.sql",
            "45-ledger-round-basis.sql",
            "46-ledger-round-due.sql",
            "47-ledger-name-answer.sql",
            "48-ledger-permit-none.sql",
            "50-indicator.sql",
            "60-diagnosis.sql",
            "61-diagnosis-decisions.sql",
            "70-plan.sql",
            "71-plan-editing.sql",
            "72-plan-review.sql",
            "74-plan-region.sql",
            "75-plan-read-back.sql",
            "76-measure-accounting.sql",
            "77-measure-finding.sql");

    private static final String FOLDER = "db/tenant/";
    private static final String APPEND_ONLY = "--lantian:append-only ";

    private final int version;
    private final Set<String> appendOnly;

    public TenantSchema() {
        List<String> lines = FILES.stream().flatMap(file -> lines(FOLDER + file).stream()).toList();
        this.version = (int) lines.stream().filter(line -> line.startsWith("--changeset ")).count();
        this.appendOnly = lines.stream().filter(line -> line.startsWith(APPEND_ONLY))
                .map(line -> line.substring(APPEND_ONLY.length()).strip()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many migrations there are; they are only ever appended, so the number orders versions. */
    public int version() {
        return version;
    }

    /** Tables in which the application may insert and select, nothing else. */
    Set<String> appendOnly() {
        return appendOnly;
    }

    static List<String> paths() {
        return FILES.stream().map(file -> FOLDER + file).toList();
    }

    static List<String> lines(String resource) {
        var in = TenantSchema.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("migration " + resource + " is not on the class path");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
