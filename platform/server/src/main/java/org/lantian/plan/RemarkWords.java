package org.lantian.plan;

import java.util.Map;
import java.util.stream.Collectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.engine.check.Remark;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.tenancy.RowQueries;

/** What people said to the remarks of a check: rows of remark_word. */
@Singleton
class RemarkWords {

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    RemarkWords(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** A remark's name within its plan: it stays the same until code, place or words of the remark change. */
    static String id(Remark remark) {
        return CanonicalJson.sha256(remark.code().name() + "\n" + remark.clause() + "\n" + remark.message())
                .substring(0, 16);
    }

    /** Word by remark. */
    Map<String, String> listOf(long plan) {
        return queries.list("SELECT remark, word FROM remark_word WHERE plan_id = ?",
                statement -> statement.setLong(1, plan), row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void put(long plan, String remark, String word) {
        jdbc.prepareStatement("INSERT INTO remark_word (plan_id, remark, word, actor) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (plan_id, remark) DO UPDATE SET word = excluded.word, actor = excluded.actor,"
                + " created_at = now()", statement -> {
                    statement.setLong(1, plan);
                    statement.setString(2, remark);
                    statement.setString(3, word);
                    statement.setString(4, Actor.current().name());
                    return statement.executeUpdate();
                });
    }
}
