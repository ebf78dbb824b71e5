package org.lantian.ledger;

import org.lantian.engine.sheet.CellText;

/** How a workbook names an enterprise: cluster and name as they are compared. */
record EnterpriseKey(String cluster, String name) {

    static EnterpriseKey of(String cluster, String name) {
        return new EnterpriseKey(CellText.key(cluster), CellText.key(name));
    }

    static EnterpriseKey of(LedgerEntry entry) {
        return new EnterpriseKey(entry.cluster().nameKey(), entry.enterprise().nameKey());
    }
}
