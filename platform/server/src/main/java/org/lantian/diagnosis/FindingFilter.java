package org.lantian.diagnosis;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

import org.lantian.plugin.vocabulary.ProblemArea;

/** Which findings to list; an empty part admits all. Findings of removed enterprises are never listed. */
public record FindingFilter(Optional<Long> enterpriseId, Optional<Long> clusterId, Optional<ProblemArea> area,
        Optional<FindingState> state, Optional<Integer> baseYear, Optional<String> rule) {

    static final String FROM_WHERE = " FROM finding f JOIN enterprise e ON e.id = f.enterprise_id "
            + "WHERE e.deleted_at IS NULL AND (?::bigint IS NULL OR f.enterprise_id = ?) "
            + "AND (?::bigint IS NULL OR e.cluster_id = ?) AND (?::text IS NULL OR f.area = ?) "
            + "AND (?::text IS NULL OR f.state = ?) AND (?::integer IS NULL OR f.base_year = ?) "
            + "AND (?::text IS NULL OR f.rule_id = ?)";

    /** As {@link #FROM_WHERE} over a table of verdicts {@code g}, by enterprise, cluster and year only. */
    static String placeOf(String table) {
        return " FROM " + table + " g JOIN enterprise e ON e.id = g.enterprise_id "
                + "WHERE e.deleted_at IS NULL AND (?::bigint IS NULL OR g.enterprise_id = ?) "
                + "AND (?::bigint IS NULL OR e.cluster_id = ?) AND (?::integer IS NULL OR g.base_year = ?)";
    }

    /** Everything. */
    public static FindingFilter all() {
        return new FindingFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** The same of one enterprise and year only. */
    public FindingFilter of(long enterprise, int year) {
        return new FindingFilter(Optional.of(enterprise), clusterId, area, state, Optional.of(year), rule);
    }

    /** The same of one state only. */
    FindingFilter inState(FindingState wanted) {
        return new FindingFilter(enterpriseId, clusterId, area, Optional.of(wanted), baseYear, rule);
    }

    /** Binds the parameters of {@link #FROM_WHERE} and returns the index of the next one. */
    int bind(PreparedStatement statement) throws SQLException {
        int next = twice(statement, 1, enterpriseId, Types.BIGINT);
        next = twice(statement, next, clusterId, Types.BIGINT);
        next = twice(statement, next, area.map(Enum::name), Types.VARCHAR);
        next = twice(statement, next, state.map(Enum::name), Types.VARCHAR);
        next = twice(statement, next, baseYear, Types.INTEGER);
        return twice(statement, next, rule, Types.VARCHAR);
    }

    /** Binds the parameters of {@link #placeOf} and returns the index of the next one. */
    int bindPlace(PreparedStatement statement) throws SQLException {
        int next = twice(statement, 1, enterpriseId, Types.BIGINT);
        next = twice(statement, next, clusterId, Types.BIGINT);
        return twice(statement, next, baseYear, Types.INTEGER);
    }

    private static int twice(PreparedStatement statement, int index, Optional<?> value, int type)
            throws SQLException {
        statement.setObject(index, value.orElse(null), type);
        statement.setObject(index + 1, value.orElse(null), type);
        return index + 2;
    }
}
