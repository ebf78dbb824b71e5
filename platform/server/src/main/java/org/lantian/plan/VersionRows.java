package org.lantian.plan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.file.StoredFile;
import org.lantian.tenancy.RowQueries;

/** Rows of plan_version and issued_document; the tenant's role can add to them and nothing else. */
@Singleton
class VersionRows {

    private static final String SELECT = "SELECT id, plan_id, ordinal, stage, sha256, actor, created_at FROM plan_version ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    VersionRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** Freezes the tree as the plan's next version. */
    PlanVersion insert(PlanTree tree, PlanVersion.Stage stage) {
        String json = CanonicalJson.write(tree);
        long id = jdbc.prepareStatement("INSERT INTO plan_version (plan_id, ordinal, tree, sha256, actor, stage)"
                + " SELECT ?, coalesce(max(ordinal), 0) + 1, ?, ?, ?, ? FROM plan_version WHERE plan_id = ? RETURNING id",
                statement -> {
                    statement.setLong(1, tree.plan());
                    statement.setString(2, json);
                    statement.setString(3, CanonicalJson.sha256(json));
                    statement.setString(4, Actor.current().name());
                    statement.setString(5, stage.name());
                    statement.setLong(6, tree.plan());
                    return onlyId(statement);
                });
        return queries.list(SELECT + "WHERE id = ?", statement -> statement.setLong(1, id), VersionRows::version)
                .getFirst();
    }

    /** Oldest first. */
    Map<Long, List<PlanVersion>> listOf(Collection<Long> plans) {
        Map<Long, List<PlanVersion>> found = new HashMap<>();
        queries.list(SELECT + "WHERE plan_id = ANY (?) ORDER BY plan_id, ordinal",
                statement -> RowQueries.ids(statement, 1, plans), VersionRows::version)
                .forEach(version -> found.computeIfAbsent(version.plan(), ignored -> new ArrayList<>()).add(version));
        return found;
    }

    Map<Long, PlanVersion> byIds(Collection<Long> ids) {
        Map<Long, PlanVersion> found = new HashMap<>();
        queries.list(SELECT + "WHERE id = ANY (?)", statement -> RowQueries.ids(statement, 1, ids), VersionRows::version)
                .forEach(version -> found.put(version.id(), version));
        return found;
    }

    /** The newest frozen tree of a plan; refused if it no longer has its hash. */
    Optional<PlanTree> newestTree(long plan) {
        return tree("plan_id = ? ORDER BY ordinal DESC LIMIT 1", plan);
    }

    /** The frozen tree of a version; refused if it no longer has its hash. */
    Optional<PlanTree> tree(long version) {
        return tree("id = ?", version);
    }

    private Optional<PlanTree> tree(String condition, long key) {
        return queries.list("SELECT tree, sha256 FROM plan_version WHERE " + condition,
                statement -> statement.setLong(1, key), row -> verified(row.getString(1), row.getString(2))).stream()
                .findFirst();
    }

    private static PlanTree verified(String json, String sha256) {
        if (!CanonicalJson.sha256(json).equals(sha256)) {
            throw new IllegalStateException("a frozen plan does not have its hash " + sha256);
        }
        return CanonicalJson.read(json, PlanTree.class);
    }

    void addDocument(long version, IssuedDocument.Kind kind, StoredFile file, String number) {
        jdbc.prepareStatement("INSERT INTO issued_document (plan_version_id, kind, file_id, number, sha256)"
                + " VALUES (?, ?, ?, ?, ?)", statement -> {
                    statement.setLong(1, version);
                    statement.setString(2, kind.name());
                    statement.setLong(3, file.id());
                    statement.setString(4, number);
                    statement.setString(5, file.sha256());
                    return statement.executeUpdate();
                });
    }

    Map<Long, List<IssuedDocument>> documentsOf(Collection<Long> versions) {
        return jdbc.prepareStatement("SELECT id, plan_version_id, kind, file_id, number, sha256 FROM issued_document"
                + " WHERE plan_version_id = ANY (?) ORDER BY id", statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", versions.toArray()));
                    Map<Long, List<IssuedDocument>> found = new HashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.computeIfAbsent(rows.getLong(2), ignored -> new ArrayList<>())
                                    .add(new IssuedDocument(rows.getLong(1), rows.getLong(2),
                                            IssuedDocument.Kind.valueOf(rows.getString(3)), rows.getLong(4),
                                            rows.getString(5), rows.getString(6)));
                        }
                    }
                    return found;
                });
    }

    private static long onlyId(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PlanVersion version(ResultSet row) throws SQLException {
        return new PlanVersion(row.getLong(1), row.getLong(2), row.getInt(3),
                PlanVersion.Stage.valueOf(row.getString(4)), row.getString(5), row.getString(6),
                row.getObject(7, OffsetDateTime.class));
    }
}
