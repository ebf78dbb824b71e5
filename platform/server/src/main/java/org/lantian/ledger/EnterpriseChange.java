package org.lantian.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * What an import makes of one enterprise.
 *
 * @param enterprise as it shall be; without an id if it is new, with cluster id 0 if the cluster is
 * @param cluster name of its cluster
 * @param own whether the enterprise's own row is new or differs
 * @param rows groups whose entries differ
 * @param transport values of transport if they differ
 */
record EnterpriseChange(EnterpriseDraft draft, Enterprise enterprise, String cluster, boolean own,
        Map<FieldGroup, List<LedgerRow>> rows, Optional<Map<Field, FieldValue>> transport) {

    boolean added() {
        return enterprise.id() == null;
    }

    boolean changes() {
        return own || !rows.isEmpty() || transport.isPresent();
    }
}
