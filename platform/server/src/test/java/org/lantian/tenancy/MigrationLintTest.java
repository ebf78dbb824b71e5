package org.lantian.tenancy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What keeps the tenants' schemas movable to a distributed PostgreSQL, and releases able to run one behind another. */
class MigrationLintTest {

    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("(?i)\\bcreate\\s+(or\\s+replace\\s+)?(constraint\\s+)?trigger\\b"),
            Pattern.compile("(?i)\\balter\\s+default\\s+privileges\\b"), Pattern.compile("(?i)\\bcreate\\s+extension\\b"),
            Pattern.compile("(?i)\\bset\\s+role\\b"), Pattern.compile("(?i)\\bsearch_path\\b"),
            Pattern.compile("(?i)\\b(lantian|public|t_[a-z0-9_]+)\\s*\\.\\s*\"?[a-z]"));
    private static final Pattern FLOAT = Pattern.compile("(?i)\\b(real|double\\s+precision|float[48]?|money)\\b");
    private static final Pattern CHANGESET = Pattern.compile("--changeset (\\S+)");

    @Test
    void tenantMigrationsNameNoSchemaAndUseNoTriggerExtensionOrDefaultPrivilege() {
        List<String> found = new ArrayList<>();
        for (String path : TenantSchema.paths()) {
            for (String line : TenantSchema.lines(path)) {
                String sql = line.startsWith("--") ? "" : line;
                FORBIDDEN.stream().filter(pattern -> pattern.matcher(sql).find())
                        .forEach(pattern -> found.add(path + ": " + line));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noFigureIsStoredAsAFloat() {
        assertThat(TenantSchema.paths().stream().flatMap(path -> TenantSchema.lines(path).stream())
                .filter(line -> !line.startsWith("--") && FLOAT.matcher(line).find())).isEmpty();
    }

    @Test
    void changesetsAreUniqueAndEveryAppendOnlyTableExists() {
        Set<String> seen = new HashSet<>();
        List<String> repeated = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (String path : TenantSchema.paths()) {
            for (String line : TenantSchema.lines(path)) {
                Matcher changeset = CHANGESET.matcher(line);
                if (changeset.find() && !seen.add(changeset.group(1))) {
                    repeated.add(changeset.group(1));
                }
                all.append(line).append('\n');
            }
        }
        assertThat(repeated).isEmpty();
        assertThat(new TenantSchema().appendOnly()).isNotEmpty()
                .allSatisfy(table -> assertThat(all.toString()).contains("CREATE TABLE " + table + " ("));
    }
}
