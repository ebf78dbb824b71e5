package org.lantian.plan;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.file.FileUse;

/** Keeps issued documents from being swept. */
@Singleton
final class IssuedFiles implements FileUse {

    private final JdbcOperations jdbc;

    IssuedFiles(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Long> used(Collection<Long> files) {
        return jdbc.prepareStatement("SELECT DISTINCT file_id FROM issued_document WHERE file_id = ANY (?)", statement -> {
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
}
