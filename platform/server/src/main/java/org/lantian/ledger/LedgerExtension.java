package org.lantian.ledger;

import java.util.List;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.plugin.table.FieldGroup;

/**
 * Takes the rows of a workbook that are not the ledger's own: findings (table 3), measures (table 4). Implemented by
 * features to the right; a bean of this type is asked in every import, in the import's own transaction.
 */
public interface LedgerExtension {

    /** The group of fields whose rows it takes. */
    FieldGroup group();

    /** Checks the rows against what is stored, without writing; every problem at once. */
    Outcome preview(Rows rows);

    /** Writes the rows; every subject has its id. A repeated call changes nothing. */
    Outcome commit(Rows rows);

    /**
     * The rows of one import, in workbook order.
     *
     * @param baseYear year of the workbook's figures
     */
    record Rows(ResolvedProfile profile, int baseYear, List<ImportedRow> rows) {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What became, or would become, of them.
     *
     * @param added new records
     * @param changed records that differ
     */
    record Outcome(int added, int changed, List<CellProblem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }
}
