package org.lantian.ledger;

import java.util.List;
import java.util.Map;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * Takes and gives the rows of a workbook that are not the ledger's own: findings (table 3), measures (table 4). Implemented by
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
     * What is stored, as rows that an import takes without changing anything: cells by field, the cluster's name among them.
     *
     * @param baseYear year of the workbook's figures
     * @param entries the enterprises of the workbook
     */
    List<Map<Field, Entry>> rows(int baseYear, List<LedgerEntry> entries);

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
