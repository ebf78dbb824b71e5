package org.lantian.file;

import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;

/** Removes files that nothing refers to any more; called inside the tenant's write transaction. */
@Singleton
public class FileSweep {

    private static final int BATCH = 500;
    private static final Pattern NAME = Pattern.compile("[a-z_]+");

    private final JdbcOperations jdbc;
    private final List<String> tables;
    private final AuditTrail audit;

    FileSweep(JdbcOperations jdbc, List<FileUse> uses, AuditTrail audit) {
        this.jdbc = jdbc;
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

    private Set<Long> used(String table, List<Long> files) {
        return jdbc.prepareStatement("SELECT DISTINCT file_id FROM " + table + " WHERE file_id = ANY (?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", files.toArray()));
            Set<Long> used = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    used.add(rows.getLong(1));
                }
            }
            return used;
        });
    }

    private List<Long> stored(OffsetDateTime before, long after) {
        return jdbc.prepareStatement(
                "SELECT id FROM file WHERE created_at < ? AND id > ? ORDER BY id LIMIT " + BATCH, statement -> {
                    statement.setObject(1, before);
                    statement.setLong(2, after);
                    List<Long> ids = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            ids.add(rows.getLong(1));
                        }
                    }
                    return ids;
                });
    }

    private void delete(long id) {
        jdbc.prepareStatement("DELETE FROM file WHERE id = ?", statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate();
        });
    }
}
