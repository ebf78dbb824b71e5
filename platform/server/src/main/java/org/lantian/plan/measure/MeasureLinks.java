package org.lantian.plan.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.diagnosis.OutletSubjects;
import org.lantian.tenancy.RowQueries;

/** Which findings a measure answers: rows of measure_finding; called inside the tenant's transaction. */
@Singleton
public class MeasureLinks {

    private static final String SELECT = "SELECT l.measure_id, l.enterprise_id, l.rule_id, l.subject_key FROM measure_finding l"
            + " JOIN measure m ON m.id = l.measure_id AND m.deleted_at IS NULL WHERE ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final OutletSubjects subjects;

    MeasureLinks(JdbcOperations jdbc, RowQueries queries, OutletSubjects subjects) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.subjects = subjects;
    }

    private record Link(long measure, FindingKey finding) {
    }

    /** Findings by measure. */
    public Map<Long, Set<FindingKey>> ofMeasures(Collection<Long> measures) {
        return list("l.measure_id = ANY (?)", measures).stream().collect(Collectors.groupingBy(Link::measure,
                Collectors.mapping(Link::finding, Collectors.toUnmodifiableSet())));
    }

    /** Measures by finding, of all findings of these enterprises that have one. */
    public Map<FindingKey, List<Long>> ofEnterprises(Collection<Long> enterprises) {
        return list("l.enterprise_id = ANY (?)", enterprises).stream().collect(Collectors.groupingBy(Link::finding,
                Collectors.mapping(Link::measure, Collectors.toList())));
    }

    private List<Link> list(String condition, Collection<Long> ids) {
        return queries.list(SELECT + condition + " ORDER BY l.measure_id, l.id",
                statement -> RowQueries.ids(statement, 1, ids), MeasureLinks::link);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong("measure_id"), new FindingKey(row.getLong("enterprise_id"), row.getString("rule_id"),
                row.getString("subject_key")));
    }

    void add(long measure, Collection<FindingKey> findings) {
        jdbc.prepareStatement("INSERT INTO measure_finding (measure_id, enterprise_id, rule_id, subject_key)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", statement -> {
                    for (FindingKey finding : findings) {
                        statement.setLong(1, measure);
                        statement.setLong(2, finding.enterprise());
                        statement.setString(3, finding.rule());
                        statement.setString(4, finding.subject());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /** Puts these in the place of what the measure had. */
    void replace(long measure, Collection<FindingKey> findings) {
        jdbc.prepareStatement("DELETE FROM measure_finding WHERE measure_id = ?", statement -> {
            statement.setLong(1, measure);
            return statement.executeUpdate();
        });
        add(measure, findings);
    }

    /** Links of an enterprise's own measures go with them. */
    void hand(List<Long> measures, long into) {
        jdbc.prepareStatement("UPDATE measure_finding SET enterprise_id = ? WHERE measure_id = ANY (?)", update -> {
            update.setLong(1, into);
            RowQueries.ids(update, 2, measures);
            return update.executeUpdate();
        });
    }

    /** Findings on outlets that got another number, old to new. */
    void renumber(List<Long> measures, Map<String, String> outlets) {
        Set<String> rules = Set.copyOf(subjects.rules());
        List<Link> moved = list("l.measure_id = ANY (?)", measures).stream()
                .filter(link -> !renumbered(link.finding(), rules, outlets).equals(link.finding())).toList();
        jdbc.prepareStatement("UPDATE measure_finding SET subject_key = ? WHERE measure_id = ? AND enterprise_id = ? AND rule_id = ?"
                + " AND subject_key = ?", update -> {
                    for (Link link : moved) {
                        update.setString(1, renumbered(link.finding(), rules, outlets).subject());
                        update.setLong(2, link.measure());
                        update.setLong(3, link.finding().enterprise());
                        update.setString(4, link.finding().rule());
                        update.setString(5, link.finding().subject());
                        update.addBatch();
                    }
                    return update.executeBatch();
                });
    }

    private static FindingKey renumbered(FindingKey known, Set<String> rulesOnOutlets, Map<String, String> outlets) {
        return rulesOnOutlets.contains(known.rule())
                ? new FindingKey(known.enterprise(), known.rule(), OutletSubjects.renumbered(known.subject(), outlets)) : known;
    }

    /**
     * A cluster's measures answer for the one enterprise what they answered for the other.
     *
     * @param outlets numbers of the other's outlets that changed, old to new
     * @return ids of the links that were not there before
     */
    List<Long> copy(List<Long> measures, long from, long into, Map<String, String> outlets) {
        Set<String> rules = Set.copyOf(subjects.rules());
        return list("l.measure_id = ANY (?)", measures).stream().filter(link -> link.finding().enterprise() == from)
                .flatMap(link -> copied(link.measure(), into, renumbered(link.finding(), rules, outlets)).stream()).toList();
    }

    private List<Long> copied(long measure, long into, FindingKey finding) {
        return queries.list("INSERT INTO measure_finding (measure_id, enterprise_id, rule_id, subject_key) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING RETURNING id", statement -> {
                    statement.setLong(1, measure);
                    statement.setLong(2, into);
                    statement.setString(3, finding.rule());
                    statement.setString(4, finding.subject());
                }, row -> row.getLong(1));
    }

    void delete(List<Long> links) {
        jdbc.prepareStatement("DELETE FROM measure_finding WHERE id = ANY (?)", statement -> {
            RowQueries.ids(statement, 1, links);
            return statement.executeUpdate();
        });
    }
}
