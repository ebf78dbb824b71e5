package org.lantian.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.sheet.CellText;

/** Finds enterprises by filter and order, a page at a time. */
@Singleton
public class EnterpriseSearch {

    private static final String CONDITIONS = " FROM enterprise WHERE deleted_at IS NULL "
            + "AND (?::bigint IS NULL OR cluster_id = ?) AND (?::text IS NULL OR position(? IN name) > 0) "
            + "AND (?::text IS NULL OR town = ?) AND (?::text IS NULL OR grade = ?) "
            + "AND (?::text IS NULL OR starts_with(industry_code, ?)) "
            + "AND (?::bigint IS NULL OR EXISTS (SELECT 1 FROM register_entry r WHERE r.enterprise_id = enterprise.id "
            + "AND r.register_id = ? AND r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?)))";
    private static final int CONDITION_PARAMETERS = 14;

    private final JdbcOperations jdbc;
    private final Ledger ledger;

    EnterpriseSearch(JdbcOperations jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /**
     * Which enterprises; all conditions must hold.
     *
     * @param name part of the name
     * @param industryCode beginning of the GB/T 4754-2017 code
     * @param standing on a register, on a day
     */
    public record Filter(Optional<Long> clusterId, Optional<String> name, Optional<String> town,
            Optional<String> grade, Optional<String> industryCode, Optional<Standing> standing) {

        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Standing on a register on a day. */
    public record Standing(long register, LocalDate on) {
    }

    /** In which order; Chinese texts by pinyin. */
    public enum Order {
        LEDGER("cluster_id, id"), NAME("name COLLATE \"zh-x-icu\", id"),
        NAME_DESC("name COLLATE \"zh-x-icu\" DESC, id"), TOWN("town COLLATE \"zh-x-icu\", id"),
        TOWN_DESC("town COLLATE \"zh-x-icu\" DESC, id"), GRADE("grade COLLATE \"zh-x-icu\", id"),
        GRADE_DESC("grade COLLATE \"zh-x-icu\" DESC, id");

        private final String clause;

        Order(String clause) {
            this.clause = clause;
        }
    }

    public List<Enterprise> page(Filter filter, Order order, int offset, int limit) {
        String sql = "SELECT id" + CONDITIONS + " ORDER BY " + order.clause + " OFFSET ? LIMIT ?";
        List<Long> ids = jdbc.prepareStatement(sql, statement -> {
            bind(statement, filter);
            statement.setInt(CONDITION_PARAMETERS + 1, offset);
            statement.setInt(CONDITION_PARAMETERS + 2, limit);
            List<Long> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            return found;
        });
        Map<Long, Enterprise> byId = ledger.enterprises(ids);
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /**
     * Enterprises by what a person calls them.
     *
     * @param named a name, compared as names are, or a credit code
     */
    public List<Enterprise> named(Optional<Long> clusterId, String named) {
        return jdbc.prepareStatement("SELECT id FROM enterprise WHERE deleted_at IS NULL AND (name_key = ? "
                + "OR credit_code = ?) AND (?::bigint IS NULL OR cluster_id = ?) ORDER BY cluster_id, id", statement -> {
                    statement.setString(1, CellText.key(named));
                    statement.setString(2, named);
                    statement.setObject(3, clusterId.orElse(null), Types.BIGINT);
                    statement.setObject(4, clusterId.orElse(null), Types.BIGINT);
                    List<Long> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(row.getLong(1));
                        }
                    }
                    Map<Long, Enterprise> byId = ledger.enterprises(found);
                    return found.stream().map(byId::get).toList();
                });
    }

    public long count(Filter filter) {
        return jdbc.prepareStatement("SELECT count(*)" + CONDITIONS, statement -> {
            bind(statement, filter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static void bind(PreparedStatement statement, Filter filter) throws SQLException {
        statement.setObject(1, filter.clusterId().orElse(null), Types.BIGINT);
        statement.setObject(2, filter.clusterId().orElse(null), Types.BIGINT);
        int parameter = 3;
        for (Optional<String> text : List.of(filter.name(), filter.town(), filter.grade(), filter.industryCode())) {
            statement.setString(parameter++, text.orElse(null));
            statement.setString(parameter++, text.orElse(null));
        }
        statement.setObject(parameter++, filter.standing().map(Standing::register).orElse(null), Types.BIGINT);
        statement.setObject(parameter++, filter.standing().map(Standing::register).orElse(null), Types.BIGINT);
        statement.setObject(parameter++, filter.standing().map(Standing::on).orElse(null), Types.DATE);
        statement.setObject(parameter, filter.standing().map(Standing::on).orElse(null), Types.DATE);
    }
}
