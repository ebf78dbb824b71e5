package org.lantian.ledger;

/** What wrote into the ledger. */
public sealed interface ChangeOrigin {

    /** A workbook that was taken in. */
    record OfImport(long id) implements ChangeOrigin {
    }

    /** A person who changed single values. */
    record OfEdit() implements ChangeOrigin {
    }

    /** A rename, merge or split of enterprises, or its undoing. */
    record OfCommand(long id) implements ChangeOrigin {
    }

    /** An enterprise's form in a round of updates or checks. */
    record OfRound(long form) implements ChangeOrigin {
    }
}
