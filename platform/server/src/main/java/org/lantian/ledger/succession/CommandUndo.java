package org.lantian.ledger.succession;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.EntryChange;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerStore;
import org.lantian.ledger.succession.EnterpriseCommand.Named;

/** Undoes commands, or says why that is not safe any more. Called under the ledger's lock. */
@Singleton
final class CommandUndo {

    private final Ledger ledger;
    private final LedgerStore store;
    private final CommandRows rows;
    private final Followers followers;

    CommandUndo(Ledger ledger, LedgerStore store, CommandRows rows, Followers followers) {
        this.ledger = ledger;
        this.store = store;
        this.rows = rows;
        this.followers = followers;
    }

    /** @param year year under which what belongs to no year is written */
    void undo(EnterpriseCommand command, int year) {
        if (command.undone().isPresent()) {
            throw unsafe("该操作已经撤销。");
        }
        Undo undo = rows.undo(command.id());
        switch (command.kind()) {
            case RENAME -> undoRename(command, year);
            case MERGE -> undoMerge(command, undo, year);
            case SPLIT -> undoSplit(command, undo, year);
        }
    }

    private void undoRename(EnterpriseCommand command, int year) {
        LedgerEntry today = ledger.find(command.enterpriseId(), year)
                .orElseThrow(() -> unsafe("“" + command.name() + "”已不在台账中。"));
        if (!today.enterprise().name().equals(command.name())) {
            throw unsafe("该企业后来又改为“" + today.enterprise().name() + "”。");
        }
        Enterprise wanted = Changes.named(today.enterprise(), command.others().getFirst().name());
        requireFree(wanted);
        store.write(new ChangeOrigin.OfCommand(command.id()), List.of(Changes.own(today, wanted)));
        followers.renamed(wanted.requireId(), command.name(), wanted.name());
    }

    private void undoMerge(EnterpriseCommand command, Undo undo, int year) {
        requireUnchanged(undo, year);
        ChangeOrigin origin = new ChangeOrigin.OfCommand(command.id());
        store.write(origin, restored(command, undo));
        for (Named gone : command.others()) {
            LedgerEntry entry = store.removed(gone.id(), List.of(year)).getFirst();
            requireFree(entry.enterprise());
            store.write(origin, List.of(new EntryChange(Optional.empty(), Optional.of(entry))));
        }
        undo.moves().forEach(move -> followers.moveBack(command.enterpriseId(), move.other(), move));
    }

    private void undoSplit(EnterpriseCommand command, Undo undo, int year) {
        requireUnchanged(undo, year);
        for (Undo.Move move : undo.moves()) {
            List<String> besides = followers.besides(move.other(), move);
            if (!besides.isEmpty()) {
                throw unsafe("拆分后又为拆出的企业登记了：" + String.join("、", besides) + "。");
            }
            followers.moveBack(move.other(), command.enterpriseId(), move);
        }
        List<EntryChange> changes = new ArrayList<>();
        command.others().forEach(part -> changes.add(new EntryChange(
                Optional.of(ledger.require(part.id(), year)), Optional.empty())));
        changes.addAll(restored(command, undo));
        store.write(new ChangeOrigin.OfCommand(command.id()), changes);
    }

    private List<EntryChange> restored(EnterpriseCommand command, Undo undo) {
        List<EntryChange> changes = undo.before().stream().map(snapshot -> {
            LedgerEntry today = ledger.require(command.enterpriseId(), snapshot.year());
            return new EntryChange(Optional.of(today), Optional.of(snapshot.entry(today)));
        }).toList();
        return Changes.ofOneEnterprise(changes);
    }

    private void requireUnchanged(Undo undo, int year) {
        undo.versions().forEach((id, version) -> {
            Enterprise now = ledger.enterprises(List.of(id)).get(id);
            if (now == null) {
                now = store.removed(id, List.of(year)).getFirst().enterprise();
            }
            if (now.rowVersion() != version) {
                throw unsafe("“" + now.name() + "”的台账后来又有变动。");
            }
        });
    }

    private void requireFree(Enterprise wanted) {
        Stream<Enterprise> holders = Stream.concat(ledger.findNamed(wanted.clusterId(), wanted.nameKey()).stream(),
                Stream.ofNullable(wanted.creditCode()).flatMap(code -> ledger.findHolder(code).stream()));
        if (holders.anyMatch(other -> !other.id().equals(wanted.id()))) {
            throw unsafe("名称“" + wanted.name() + "”或其统一社会信用代码已被其他企业使用。");
        }
    }

    private static DomainException unsafe(String reason) {
        return DomainException.failedPrecondition("COMMAND_NOT_UNDOABLE", "不能撤销：" + reason);
    }
}
