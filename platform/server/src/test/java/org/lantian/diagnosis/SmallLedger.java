package org.lantian.diagnosis;

import io.micronaut.data.jdbc.runtime.JdbcOperations;


/** Rows of a small ledger, written as plain SQL inside the open transaction. */
public final class SmallLedger {

    public static final int YEAR = 2024;

    private final JdbcOperations jdbc;

    public SmallLedger(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    public long cluster(String name) {
        return insert("INSERT INTO cluster(name, name_key) VALUES (?, ?) RETURNING id", name, name);
    }

    public long enterprise(long cluster, String name, String grade) {
        return insert("INSERT INTO enterprise(cluster_id, name, name_key, grade) VALUES (" + cluster
                + ", ?, ?, ?) RETURNING id", name, name, grade);
    }

    /** A treatment whose other columns are all given, so that only the collection decides. */
    public long treatment(long enterprise, String process, String collection) {
        return insert("INSERT INTO treatment(enterprise_id, year, ordinal, process, collection, desulphurisation, "
                + "denitration, reductant, ammonia, dedusting, vocs) SELECT " + enterprise + ", " + YEAR
                + ", count(*) + 1, ?, nullif(?, ''), '/', '/', '/', '/', '布袋除尘', '/' FROM treatment "
                + "WHERE enterprise_id = " + enterprise + " RETURNING id", process, collection);
    }

    /** An outlet with particulate only. */
    public long outlet(long enterprise, String number, String category, String pm, String flow, String hours) {
        long outlet = insert("INSERT INTO outlet(enterprise_id, year, ordinal, number, source_category, dry_flow, hours) VALUES ("
                + enterprise + ", " + YEAR + ", 1, ?, ?, ?::numeric, ?::numeric) RETURNING id", number, category, flow, hours);
        return insert("INSERT INTO emission_concentration(outlet_id, pollutant, year, value) VALUES (" + outlet
                + ", 'PM', " + YEAR + ", ?::numeric) RETURNING id", pm);
    }

    public void collection(long treatment, String collection) {
        insert("UPDATE treatment SET collection = nullif(?, '') WHERE id = " + treatment + " RETURNING id", collection);
    }

    public void baseYear() {
        insert("UPDATE ledger_state SET base_year = " + YEAR + " RETURNING id");
    }

    private long insert(String sql, String... values) {
        return jdbc.prepareStatement(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
