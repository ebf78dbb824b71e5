package org.lantian.plan.measure;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.emission.Accounting;
import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.plan.draft.MeasureFacts.Reduction;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plan.measure.MeasureInput.Target;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;
import org.lantian.tenancy.RowQueries;

/** Rows of measure, measure_member and measure_target. */
@Singleton
class MeasureRows {

    private static final String SELECT = "SELECT id, cluster_id, enterprise_id, subject, upgrade_type, fugitive, organised,"
            + " mobile, grade, infrastructure, goal, deadline, deadline_text, deadline_precision, source, row_version"
            + " FROM measure WHERE deleted_at IS NULL AND ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final ReductionRows reductions;
    private final AccountingRows accounts;
    private final MeasureLinks links;

    MeasureRows(JdbcOperations jdbc, RowQueries queries, ReductionRows reductions, AccountingRows accounts,
            MeasureLinks links) {
        this.links = links;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.queries = queries;
        this.reductions = reductions;
    }

    /** In the order of deadlines, then of ids. */
    List<Measure> listOfCluster(long cluster) {
        return list(SELECT + "cluster_id = ? ORDER BY deadline, id", statement -> statement.setLong(1, cluster));
    }

    List<Measure> listOfClusters(Collection<Long> clusters) {
        return list(SELECT + "cluster_id = ANY (?) ORDER BY deadline, id",
                statement -> statement.setArray(1, array(statement, clusters)));
    }

    List<Measure> listByIds(Collection<Long> ids) {
        return list(SELECT + "id = ANY (?) ORDER BY deadline, id", statement -> statement.setArray(1, array(statement, ids)));
    }

    long insert(MeasureInput input, String subject, boolean imported) {
        long id = jdbc.prepareStatement("INSERT INTO measure (cluster_id, enterprise_id, subject, upgrade_type, fugitive,"
                + " organised, mobile, grade, infrastructure, goal, deadline, deadline_text, deadline_precision, source)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id", statement -> {
                    int next = bind(statement, input, subject);
                    statement.setString(next, imported ? "IMPORT" : "MANUAL");
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
        insertParts(id, input);
        return id;
    }

    /** @return whether the row was still at that version */
    boolean update(long id, int rowVersion, MeasureInput input, String subject) {
        boolean updated = jdbc.prepareStatement("UPDATE measure SET cluster_id = ?, enterprise_id = ?, subject = ?,"
                + " upgrade_type = ?, fugitive = ?, organised = ?, mobile = ?, grade = ?, infrastructure = ?, goal = ?,"
                + " deadline = ?, deadline_text = ?, deadline_precision = ?, row_version = row_version + 1,"
                + " updated_at = now() WHERE id = ? AND row_version = ? AND deleted_at IS NULL", statement -> {
                    int next = bind(statement, input, subject);
                    statement.setLong(next, id);
                    statement.setInt(next + 1, rowVersion);
                    return statement.executeUpdate() == 1;
                });
        if (updated) {
            execute("DELETE FROM measure_member WHERE measure_id = ?", id);
            execute("DELETE FROM measure_target WHERE measure_id = ?", id);
            insertParts(id, input);
        }
        return updated;
    }

    /** @return whether the row was still at that version */
    boolean touch(long id, int rowVersion) {
        return jdbc.prepareStatement("UPDATE measure SET row_version = row_version + 1, updated_at = now()"
                + " WHERE id = ? AND row_version = ? AND deleted_at IS NULL", statement -> {
                    statement.setLong(1, id);
                    statement.setInt(2, rowVersion);
                    return statement.executeUpdate() == 1;
                });
    }

    /** @return whether the row was still at that version */
    boolean delete(long id, int rowVersion) {
        return jdbc.prepareStatement("UPDATE measure SET deleted_at = now(), row_version = row_version + 1"
                + " WHERE id = ? AND row_version = ? AND deleted_at IS NULL", statement -> {
                    statement.setLong(1, id);
                    statement.setInt(2, rowVersion);
                    return statement.executeUpdate() == 1;
                });
    }

    private static int bind(PreparedStatement statement, MeasureInput input, String subject) throws SQLException {
        statement.setLong(1, input.cluster());
        if (input.enterprise().isPresent()) {
            statement.setLong(2, input.enterprise().get());
        } else {
            statement.setNull(2, Types.BIGINT);
        }
        statement.setString(3, subject);
        statement.setString(4, input.type().name());
        int next = 5;
        for (TaskAspect aspect : TaskAspect.values()) {
            statement.setString(next++, input.task(aspect));
        }
        statement.setString(next++, input.goal());
        statement.setObject(next++, input.deadline().lastDay());
        statement.setString(next++, input.deadline().text());
        statement.setString(next++, input.deadline().precision().name());
        return next;
    }

    private void insertParts(long id, MeasureInput input) {
        accounts.replace(id, input.accounts());
        if (!input.members().isEmpty()) {
            insertMembers(id, input.members());
        }
        if (!input.targets().isEmpty()) {
            insertTargets(id, input.targets());
        }
    }

    private void insertMembers(long id, List<Long> members) {
        jdbc.prepareStatement("INSERT INTO measure_member (measure_id, enterprise_id) VALUES (?, ?)", statement -> {
            for (long member : members) {
                statement.setLong(1, id);
                statement.setLong(2, member);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private void insertTargets(long id, List<Target> targets) {
        jdbc.prepareStatement("INSERT INTO measure_target (measure_id, outlet, pollutant, concentration)"
                + " VALUES (?, ?, ?, ?)", statement -> {
                    for (Target target : targets) {
                        statement.setLong(1, id);
                        statement.setString(2, target.outlet());
                        statement.setString(3, target.pollutant().name());
                        statement.setBigDecimal(4, target.concentration());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private void execute(String sql, long id) {
        jdbc.prepareStatement(sql, statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate();
        });
    }

    private List<Measure> list(String sql, RowQueries.Binding binding) {
        List<Measure> bare = queries.list(sql, binding, MeasureRows::measure);
        List<Long> ids = bare.stream().map(Measure::id).toList();
        Map<Long, List<Long>> members = members(ids);
        Map<Long, List<Target>> targets = targets(ids);
        Map<Long, Reduction> amounts = reductions.of(ids);
        Map<Long, List<Accounting>> accounted = accounts.of(ids);
        Map<Long, Set<FindingKey>> linked = links.ofMeasures(ids);
        return bare.stream().map(measure -> complete(measure, members.getOrDefault(measure.id(), List.of()),
                targets.getOrDefault(measure.id(), List.of()),
                amounts.getOrDefault(measure.id(), Reduction.none()), accounted.getOrDefault(measure.id(), List.of()),
                linked.getOrDefault(measure.id(), Set.of()))).toList();
    }

    private static Measure complete(Measure bare, List<Long> members, List<Target> targets, Reduction reduction,
            List<Accounting> accounts, Set<FindingKey> findings) {
        MeasureInput said = bare.input();
        MeasureInput input = new MeasureInput(said.cluster(), said.enterprise(), members, said.type(), said.tasks(),
                said.goal(), said.deadline(), targets, ReductionRows.entered(reduction), reduction.total(), accounts);
        return new Measure(bare.id(), input, bare.subject(), bare.imported(), reduction, findings, bare.rowVersion());
    }

    private static Measure measure(ResultSet row) throws SQLException {
        long enterprise = row.getLong("enterprise_id");
        Optional<Long> about = row.wasNull() ? Optional.empty() : Optional.of(enterprise);
        Map<TaskAspect, String> tasks = new EnumMap<>(TaskAspect.class);
        for (TaskAspect aspect : TaskAspect.values()) {
            tasks.put(aspect, row.getString(aspect.name().toLowerCase(java.util.Locale.ROOT)));
        }
        Deadline deadline = new Deadline(row.getObject("deadline", LocalDate.class), row.getString("deadline_text"),
                Precision.valueOf(row.getString("deadline_precision")));
        MeasureInput input = new MeasureInput(row.getLong("cluster_id"), about, List.of(),
                UpgradeType.valueOf(row.getString("upgrade_type")), tasks, row.getString("goal"), deadline, List.of(),
                Map.of(), Optional.empty());
        return new Measure(row.getLong("id"), input, row.getString("subject"), "IMPORT".equals(row.getString("source")),
                Reduction.none(), Set.of(), row.getInt("row_version"));
    }

    private Map<Long, List<Long>> members(List<Long> ids) {
        return jdbc.prepareStatement("SELECT measure_id, enterprise_id FROM measure_member WHERE measure_id = ANY (?)"
                + " ORDER BY measure_id, enterprise_id", statement -> {
                    statement.setArray(1, array(statement, ids));
                    Map<Long, List<Long>> found = new LinkedHashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.computeIfAbsent(rows.getLong(1), ignored -> new ArrayList<>()).add(rows.getLong(2));
                        }
                    }
                    return found;
                });
    }

    private Map<Long, List<Target>> targets(List<Long> ids) {
        return jdbc.prepareStatement("SELECT measure_id, outlet, pollutant, concentration FROM measure_target"
                + " WHERE measure_id = ANY (?) ORDER BY id", statement -> {
                    statement.setArray(1, array(statement, ids));
                    Map<Long, List<Target>> found = new LinkedHashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.computeIfAbsent(rows.getLong(1), ignored -> new ArrayList<>()).add(new Target(
                                    rows.getString(2), Pollutant.valueOf(rows.getString(3)), rows.getBigDecimal(4)));
                        }
                    }
                    return found;
                });
    }

    static Array array(PreparedStatement statement, Collection<Long> ids) throws SQLException {
        return statement.getConnection().createArrayOf("bigint", ids.toArray());
    }
}
