package org.lantian.plan.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.EnterpriseFollower;
import org.lantian.tenancy.RowQueries;

/** Lets measures follow their enterprise: the subject, the outlets they name, and the membership in a cluster's measure. */
@Singleton
final class FollowedMeasures implements EnterpriseFollower {

    private static final String OWN = "own";
    private static final String MEMBER = "member";
    private static final String LEFT = "left";
    private static final String LINK = "link";

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final Ledger ledger;
    private final Measures measures;
    private final MeasureLinks links;

    FollowedMeasures(JdbcOperations jdbc, RowQueries queries, Ledger ledger, Measures measures,
            MeasureLinks links) {
        this.links = links;
        this.jdbc = jdbc;
        this.queries = queries;
        this.ledger = ledger;
        this.measures = measures;
    }

    @Override
    public String type() {
        return "Measure";
    }

    @Override
    public void renamed(long enterprise, String before, String after) {
        jdbc.prepareStatement("UPDATE measure SET subject = ?, row_version = row_version + 1, updated_at = now() "
                + "WHERE enterprise_id = ? AND subject = ? AND deleted_at IS NULL", update -> {
                    update.setString(1, after);
                    update.setLong(2, enterprise);
                    update.setString(3, before);
                    return update.executeUpdate();
                });
    }

    /** A cluster's measure loses the member where the other enterprise is a member already, or not of that cluster. */
    @Override
    public Map<String, List<Long>> merged(long from, long into, Figures figures, Map<String, String> outlets) {
        List<Long> own = ids(from);
        if (figures == Figures.ADD) {
            refuseWhole(own);
        }
        Set<Long> clusters = new HashSet<>(clusters(own));
        hand(own, into);
        renumber(own, outlets);
        List<Long> left = queries.list("DELETE FROM measure_member o WHERE o.enterprise_id = ? AND (EXISTS (SELECT 1 FROM "
                + "measure_member t WHERE t.measure_id = o.measure_id AND t.enterprise_id = ?) OR NOT EXISTS (SELECT 1 "
                + "FROM measure m JOIN enterprise e ON e.cluster_id = m.cluster_id WHERE m.id = o.measure_id AND e.id = ?)) "
                + "RETURNING o.measure_id", statement -> {
                    statement.setLong(1, from);
                    statement.setLong(2, into);
                    statement.setLong(3, into);
                }, row -> row.getLong(1));
        List<Long> member = queries.list("UPDATE measure_member SET enterprise_id = ? WHERE enterprise_id = ? "
                + "RETURNING measure_id", statement -> {
                    statement.setLong(1, into);
                    statement.setLong(2, from);
                }, row -> row.getLong(1));
        clusters.addAll(clusters(own));
        clusters.addAll(clusters(member));
        clusters.addAll(clusters(left));
        clusters.forEach(measures::recompute);
        return Map.of(OWN, own, MEMBER, member, LEFT, left, LINK, links.copy(queries.list("SELECT m.id FROM measure m JOIN "
                + "enterprise e ON e.cluster_id = m.cluster_id WHERE e.id = ? AND m.enterprise_id IS NULL",
                statement -> statement.setLong(1, into), row -> row.getLong(1)), from, into, outlets));
    }

    /** A closure or relocation is of the whole firm; after a take-over it would close what was the other's. */
    private void refuseWhole(List<Long> ids) {
        List<String> subjects = queries.list("SELECT subject FROM measure WHERE id = ANY (?) AND upgrade_type IN "
                + "('CLOSURE', 'RELOCATION')", statement -> RowQueries.ids(statement, 1, ids), row -> row.getString(1));
        if (!subjects.isEmpty()) {
            throw new UserErrorsException(List.of(UserError.of("from", "MEASURE_OF_WHOLE_FIRM", "“" + subjects.getFirst()
                    + "”有淘汰关停或搬迁入园任务，并入后会算到整个企业，请先修改或删除该任务。")));
        }
    }

    @Override
    public Map<String, List<Long>> split(long from, long into, List<Long> chosen) {
        if (ids(from).containsAll(chosen)) {
            hand(chosen, into);
            clusters(chosen).forEach(measures::recompute);
            return Map.of(OWN, chosen);
        }
        throw new UserErrorsException(List.of(new UserError(List.of("parts", "follows"), "FOLLOWER_NOT_OWN",
                "所选任务不全是被拆分企业的任务。", List.of())));
    }

    @Override
    public void moveBack(long from, long into, Map<String, List<Long>> moved, Map<String, String> outlets) {
        List<Long> own = moved.getOrDefault(OWN, List.of()).stream().filter(new HashSet<>(ids(from))::contains).toList();
        Set<Long> clusters = new HashSet<>(clusters(own));
        hand(own, into);
        renumber(own, outlets);
        links.delete(moved.getOrDefault(LINK, List.of()));
        List<Long> member = moved.getOrDefault(MEMBER, List.of());
        jdbc.prepareStatement("UPDATE measure_member SET enterprise_id = ? WHERE enterprise_id = ? AND measure_id = ANY (?)",
                update -> {
                    update.setLong(1, into);
                    update.setLong(2, from);
                    RowQueries.ids(update, 3, member);
                    return update.executeUpdate();
                });
        List<Long> left = moved.getOrDefault(LEFT, List.of());
        jdbc.prepareStatement("INSERT INTO measure_member (measure_id, enterprise_id) SELECT id, ? FROM measure "
                + "WHERE id = ANY (?) ON CONFLICT DO NOTHING", insert -> {
                    insert.setLong(1, into);
                    RowQueries.ids(insert, 2, left);
                    return insert.executeUpdate();
                });
        clusters.addAll(clusters(own));
        clusters.addAll(clusters(member));
        clusters.addAll(clusters(left));
        clusters.forEach(measures::recompute);
    }

    @Override
    public int besides(long enterprise, Map<String, List<Long>> moved) {
        return (int) ids(enterprise).stream()
                .filter(id -> !moved.getOrDefault(OWN, List.of()).contains(id)).count()
                + queries.list("SELECT count(*) FROM measure_member WHERE enterprise_id = ?",
                        statement -> statement.setLong(1, enterprise), row -> row.getInt(1)).getFirst();
    }

    /** Measures print the name of their enterprise and stand in its cluster. */
    private void hand(List<Long> ids, long into) {
        links.hand(ids, into);
        Enterprise owner = ledger.enterprises(List.of(into)).get(into);
        jdbc.prepareStatement("UPDATE measure SET enterprise_id = ?, subject = ?, cluster_id = ?, "
                + "row_version = row_version + 1, updated_at = now() WHERE id = ANY (?)", update -> {
                    update.setLong(1, into);
                    update.setString(2, owner.name());
                    update.setLong(3, owner.clusterId());
                    RowQueries.ids(update, 4, ids);
                    return update.executeUpdate();
                });
    }

    private void renumber(List<Long> ids, Map<String, String> outlets) {
        links.renumber(ids, outlets);
        jdbc.prepareStatement("UPDATE measure_target SET outlet = ? WHERE measure_id = ANY (?) AND outlet = ?", update -> {
            for (Map.Entry<String, String> number : outlets.entrySet()) {
                update.setString(1, number.getValue());
                RowQueries.ids(update, 2, ids);
                update.setString(3, number.getKey());
                update.addBatch();
            }
            return update.executeBatch();
        });
    }

    private List<Long> ids(long enterprise) {
        return queries.list("SELECT id FROM measure WHERE enterprise_id = ? AND deleted_at IS NULL ORDER BY id",
                statement -> statement.setLong(1, enterprise), row -> row.getLong(1));
    }

    private List<Long> clusters(List<Long> ids) {
        return queries.list("SELECT DISTINCT cluster_id FROM measure WHERE id = ANY (?)",
                statement -> RowQueries.ids(statement, 1, ids), row -> row.getLong(1));
    }
}
