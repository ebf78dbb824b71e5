package org.lantian.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.DomainException;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.tenancy.Tenants;

/** Changes single values of an enterprise; called inside the tenant's write transaction. */
@Singleton
public class LedgerEdits {

    private final Ledger ledger;
    private final LedgerStore store;
    private final EditCells cells;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    LedgerEdits(Ledger ledger, LedgerStore store, EditCells cells, Tenants tenants, AuditTrail audit,
            Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.cells = cells;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A value as a person types it.
     *
     * @param field field id, or column id of a profile
     * @param row which entry of a repeating group, from 1; one more than there are adds an entry
     * @param text as in a cell: blank for nothing filled in, {@code /} for none; empty takes the whole entry out
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Cell(String field, Optional<Integer> row, Optional<String> text) {
    }

    /**
     * Writes the values, all or none.
     *
     * @param rowVersion version of the enterprise that the editor saw
     * @param year year of the figures; empty for the ledger's base year
     * @throws UserErrorsException for everything its sender can mend, at once
     * @throws DomainException NOT_FOUND, or CONFLICT if the enterprise has another version
     */
    public LedgerEntry revise(ChangeOrigin origin, long enterpriseId, int rowVersion, Optional<Integer> year,
            List<Cell> given) {
        store.lock();
        LedgerEntry before = require(enterpriseId, year);
        if (before.enterprise().rowVersion() != rowVersion) {
            throw DomainException.conflict("ENTERPRISE_CHANGED", "“" + before.enterprise().name() + "”已被他人修改，请刷新后再试。");
        }
        LedgerEntry after = edited(before, given);
        if (after.equals(before)) {
            return before;
        }
        LedgerEntry written = store.write(origin, List.of(new EntryChange(Optional.of(before), Optional.of(after))))
                .getFirst();
        Map<String, Object> details = new HashMap<>();
        given.forEach(cell -> details.put(cell.field() + cell.row().map(row -> "[" + row + "]").orElse(""),
                cell.text().orElse("删除")));
        audit.note("enterprise.revised", "enterprise", Long.toString(enterpriseId), details);
        return written;
    }

    /** Checks values as {@link #revise} would, without writing them. */
    public void check(long enterpriseId, Optional<Integer> year, List<Cell> given) {
        edited(require(enterpriseId, year), given);
    }

    private LedgerEntry require(long enterpriseId, Optional<Integer> year) {
        return ledger.require(enterpriseId, year.orElseGet(ledger::requireBaseYear));
    }

    private LedgerEntry edited(LedgerEntry before, List<Cell> given) {
        LedgerMerge divisions = new LedgerMerge(new LedgerIndex(List.of(), List.of()),
                Optional.of(tenants.requireCurrent().regionCode()), OffsetDateTime.now(clock));
        EntryEdit edit = new EntryEdit(before, divisions::division);
        cells.apply(edit, given);
        LedgerEntry after = edit.entry();
        checkCode(after.enterprise(), edit);
        edit.refuse();
        return after;
    }

    private void checkCode(Enterprise enterprise, EntryEdit edit) {
        if (enterprise.creditCode() != null) {
            ledger.findHolder(enterprise.creditCode()).filter(holder -> holder.requireId() != enterprise.requireId())
                    .ifPresent(holder -> edit.refuse(new UserError(List.of("cells"), "CREDIT_CODE_TAKEN",
                            "统一社会信用代码在台账中属于“" + holder.name() + "”；如为同一企业，请用合并。", List.of())));
        }
    }
}
