package org.lantian.file;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.tenancy.RowQueries;

/** Removes files that nothing refers to any more; called inside the tenant's write transaction. */
@Singleton
public class FileSweep {

    private static final int BATCH = 500;
    private static final Pattern NAME = Pattern.compile("[a-z_]+");

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final List<String> tables;
    private final AuditTrail audit;

    FileSweep(JdbcOperations jdbc, RowQueries queries, List<FileUse> uses, AuditTrail audit) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.tables = uses.stream().map(FileUse::table).toList();
        tables.stream().filter(table -> !NAME.matcher(table).matches()).findFirst().ifPresent(table -> {
            throw new IllegalArgumentException("not a table's name: " + table);
        });
        this.audit = audit;
    }

    /** Removes the unused files that were stored before an instant; returns how many. */
    public int sweep(OffsetDateTime before) {
        int removed = 0;
        List<Long> batch = stored(before, 0);
        while (!batch.isEmpty()) {
            removed += sweep(batch);
            batch = stored(before, batch.getLast());
        }
        if (removed > 0) {
            audit.note("file.swept", "file", "", Map.of("count", removed, "before", before.toString()));
        }
        return removed;
    }

    private int sweep(List<Long> batch) {
        Set<Long> unused = new LinkedHashSet<>(batch);
        tables.forEach(table -> unused.removeAll(used(table, batch)));
        unused.forEach(this::delete);
        return unused.size();
    }

    private List<Long> used(String table, List<Long> files) {
        return queries.list("SELECT DISTINCT file_id FROM " + table + " WHERE file_id = ANY (?)",
                statement -> RowQueries.ids(statement, 1, files), row -> row.getLong(1));
    }

    private List<Long> stored(OffsetDateTime before, long after) {
        return queries.list("SELECT id FROM file WHERE created_at < ? AND id > ? ORDER BY id LIMIT " + BATCH,
                statement -> {
                    statement.setObject(1, before);
                    statement.setLong(2, after);
                }, row -> row.getLong(1));
    }

    private void delete(long id) {
        jdbc.prepareStatement("DELETE FROM file WHERE id = ?", statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate();
        });
    }
}
