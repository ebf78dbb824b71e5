package org.lantian.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.BeanProvider;
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
    private final BeanProvider<ChangeListener> listeners;

    TransactionAudit(TransactionHooks hooks, JdbcOperations jdbc, ObjectMapper json,
            BeanProvider<ChangeListener> listeners) {
        this.hooks = hooks;
        this.jdbc = jdbc;
        this.json = json;
        this.listeners = listeners;
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
        hooks.beforeCommit(() -> {
            tell(notes.changes);
            write(actor, notes.changes);
        });
        return notes;
    }

    private void tell(List<Map<String, Object>> changes) {
        Set<String> entities = changes.stream().map(change -> (String) change.get("entity"))
                .collect(Collectors.toUnmodifiableSet());
        listeners.forEach(listener -> listener.changed(entities));
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
