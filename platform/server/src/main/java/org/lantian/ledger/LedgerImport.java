package org.lantian.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.sheet.CellProblem;

/**
 * 台账导入: a workbook that was read, and what became of it.
 *
 * @param baseYear year of its figures, if it is known
 * @param profile profile whose tables were read, as {@code id@version}
 * @param ledgerVersion version of the ledger that the preview saw
 * @param problems everything wrong with its cells
 */
public record LedgerImport(long id, long fileId, State state, Optional<Integer> baseYear, String profile,
        long ledgerVersion, ImportSummary summary, List<CellProblem> problems, String createdBy,
        OffsetDateTime createdAt, Optional<OffsetDateTime> committedAt) {

    /** What became of an import. */
    public enum State {
        /** 已预检. */
        PREVIEWED,
        /** 已入账. */
        COMMITTED,
        /** 不能入账: the tables themselves could not be read. */
        REJECTED
    }

    public LedgerImport {
        problems = List.copyOf(problems);
    }

    public long errors() {
        return problems.stream().filter(CellProblem::isError).count();
    }
}
