package org.lantian.ledger.succession;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.sheet.CellText;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.EntryChange;
import org.lantian.ledger.LedgerEntry;

/** Makes changes of entries such that what belongs to no year changes once. */
final class Changes {

    private Changes() {
    }

    /** Another state of the enterprise itself. */
    static EntryChange own(LedgerEntry before, Enterprise after) {
        return new EntryChange(Optional.of(before), Optional.of(before.of(after)));
    }

    /** The first change of an enterprise carries its own values, those of further years only their rows. */
    static List<EntryChange> ofOneEnterprise(List<EntryChange> changes) {
        Set<Long> told = new HashSet<>();
        List<EntryChange> ordered = new ArrayList<>();
        for (EntryChange change : changes) {
            boolean further = change.before().isPresent() && change.after().isPresent()
                    && !told.add(change.enterprise().requireId());
            ordered.add(further ? new EntryChange(change.before().map(entry -> entry.of(change.enterprise())),
                    change.after()) : change);
        }
        return ordered;
    }

    /** The enterprise under another name. */
    static Enterprise named(Enterprise was, String name) {
        return new Enterprise(was.id(), was.clusterId(), name, CellText.key(name), was.creditCode(), was.permitNumber(),
                was.county(), was.town(), was.divisionCode(), was.industry(), was.industryCode(), was.grade(),
                was.tags(), was.attributes(), was.updatedAt(), was.rowVersion());
    }
}
