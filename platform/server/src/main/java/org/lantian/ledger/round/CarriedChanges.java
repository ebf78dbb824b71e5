package org.lantian.ledger.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEdits;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.ledger.history.FieldChange;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;

/**
 * Changes of the ledger that a form carries. They name entries by their place and mean those that the filler saw: they are
 * written only while the enterprise is as it was when the form was filled.
 */
@Singleton
final class CarriedChanges {

    private static final int TOLD = 5;

    private final Ledger ledger;
    private final LedgerEdits edits;
    private final LedgerHistory history;

    CarriedChanges(Ledger ledger, LedgerEdits edits, LedgerHistory history) {
        this.ledger = ledger;
        this.edits = edits;
        this.history = history;
    }

    /**
     * Checks the changes as they would be written.
     *
     * @return the ledger that they were checked against
     */
    LedgerForm.Basis check(LedgerForm form, List<Cell> cells) {
        LedgerForm.Basis basis = new LedgerForm.Basis(version(form), ledger.requireBaseYear());
        edits.check(form.enterpriseId(), Optional.of(basis.year()), cells);
        return basis;
    }

    /** @throws DomainException CONFLICT with what changed, if the enterprise changed since */
    void write(LedgerForm form) {
        if (form.cells().isEmpty()) {
            return;
        }
        LedgerForm.Basis basis = form.basis().orElseThrow(() -> stale(form, "填报时的台账情况没有记录"));
        if (version(form) != basis.rowVersion()) {
            throw stale(form, "填报后台账有变动：" + since(form));
        }
        edits.revise(new ChangeOrigin.OfRound(form.id()), form.enterpriseId(), basis.rowVersion(),
                Optional.of(basis.year()), form.cells());
    }

    private int version(LedgerForm form) {
        return ledger.enterprises(List.of(form.enterpriseId())).get(form.enterpriseId()).rowVersion();
    }

    private static DomainException stale(LedgerForm form, String reason) {
        return new DomainException(ErrorCategory.CONFLICT, "FORM_STALE", "该表带有台账变动，不能审核通过，因为" + reason
                + "。请退回，或由填报人对照现在的台账重新填报。", Map.of("form", Long.toString(form.id())));
    }

    private String since(LedgerForm form) {
        OffsetDateTime filled = form.filledAt().orElseThrow();
        List<LedgerChange> changes = history.ofEnterprises(List.of(form.enterpriseId()), Optional.empty(), 0, TOLD + 1)
                .getOrDefault(form.enterpriseId(), List.of()).stream().filter(change -> !change.changedAt().isBefore(filled))
                .toList();
        return changes.stream().limit(TOLD).map(this::print).collect(Collectors.joining("；"))
                + (changes.size() > TOLD ? "；等" : "");
    }

    private String print(LedgerChange change) {
        FieldChange field = change.change();
        return history.name(field) + " " + field.before().orElse("空") + " → "
                + field.after().orElse("空") + "（" + change.actor() + "）";
    }
}
