package org.lantian.plan;

import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.tenancy.RowQueries;

/** What open plans looked like when they were written as Word files: rows of plan_export. */
@Singleton
public class PlanExports {

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final Freezing freezing;

    PlanExports(JdbcOperations jdbc, RowQueries queries, Freezing freezing) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.freezing = freezing;
    }

    /** The plan as it stands now. */
    public PlanTree present(Plan plan) {
        return freezing.tree(plan);
    }

    /** Keeps a tree, once however often it is exported; returns the stamp that finds it again. */
    String keep(PlanTree tree) {
        String json = CanonicalJson.write(tree);
        String sha256 = CanonicalJson.sha256(json);
        jdbc.prepareStatement("INSERT INTO plan_export (plan_id, sha256, tree, actor) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (plan_id, sha256) DO NOTHING", statement -> {
                    statement.setLong(1, tree.plan());
                    statement.setString(2, sha256);
                    statement.setString(3, json);
                    statement.setString(4, Actor.current().name());
                    return statement.executeUpdate();
                });
        return tree.plan() + "-" + sha256;
    }

    /** The tree that a file shows; empty if the stamp is of another plan or installation. */
    public Optional<PlanTree> find(long plan, String stamp) {
        int dash = stamp.indexOf('-');
        if (dash < 0 || !stamp.substring(0, dash).equals(Long.toString(plan))) {
            return Optional.empty();
        }
        return queries.list("SELECT tree FROM plan_export WHERE plan_id = ? AND sha256 = ?", statement -> {
            statement.setLong(1, plan);
            statement.setString(2, stamp.substring(dash + 1));
        }, row -> CanonicalJson.read(row.getString(1), PlanTree.class)).stream().findFirst();
    }
}
