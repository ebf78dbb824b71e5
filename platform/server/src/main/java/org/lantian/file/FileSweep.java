package org.lantian.file;

import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;

/** Removes files that nothing refers to any more; called inside the tenant's write transaction. */
@Singleton
public class FileSweep {

    private static final int BATCH = 500;

    private final JdbcOperations jdbc;
    private final List<FileUse> uses;
    private final AuditTrail audit;

    FileSweep(JdbcOperations jdbc, List<FileUse> uses, AuditTrail audit) {
        this.jdbc = jdbc;
        this.uses = List.copyOf(uses);
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
        uses.forEach(use -> unused.removeAll(use.used(batch)));
        unused.forEach(this::delete);
        return unused.size();
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
