package org.lantian.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.tenancy.TransactionHooks;

/** Collects the notes of a transaction and writes them as its one audit row. */
@Singleton
final class TransactionAudit implements AuditTrail {

    private final TransactionHooks hooks;
    private final JdbcOperations jdbc;
    private final ObjectMapper json;

    TransactionAudit(TransactionHooks hooks, JdbcOperations jdbc, ObjectMapper json) {
        this.hooks = hooks;
        this.jdbc = jdbc;
        this.json = json;
    }

    private static final class Notes {
        private final List<Map<String, Object>> changes = new ArrayList<>();
    }

    @Override
    public void note(String action, String entity, String id, Map<String, Object> details) {
        Notes notes = hooks.attachment(Notes.class, this::opened);
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("action", action);
        change.put("entity", entity);
        change.put("id", id);
        change.put("details", details);
        notes.changes.add(change);
    }

    private Notes opened() {
        Notes notes = new Notes();
        String actor = Actor.current().name();
        hooks.beforeCommit(() -> write(actor, notes.changes));
        return notes;
    }

    private void write(String actor, List<Map<String, Object>> changes) {
        try {
            String text = json.writeValueAsString(changes);
            jdbc.prepareStatement("INSERT INTO audit_event(actor, changes) VALUES (?, ?::jsonb)", statement -> {
                statement.setString(1, actor);
                statement.setString(2, text);
                return statement.executeUpdate();
            });
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit details must be JSON values", e);
        }
    }
}
