package org.lantian.audit;

import java.util.Map;

/** Notes changes of the open transaction; they become one row of {@code audit_event} when it commits. */
public interface AuditTrail {

    /**
     * @param action past-tense verb phrase, for example {@code ledger.imported}
     * @param entity kind of the changed thing, for example {@code ledger_import}
     * @param id its id as text
     * @param details further facts, JSON-compatible values
     */
    void note(String action, String entity, String id, Map<String, Object> details);
}
