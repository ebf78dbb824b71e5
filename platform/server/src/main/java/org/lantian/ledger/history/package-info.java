/**
 * The history of the ledger 一企一档: every change of every field with who, when and by what. Offers
 * {@link org.lantian.ledger.history.LedgerHistory} to read it; it is written in the transaction of each import, edit and
 * command. Must not know findings or plans, and changes nothing in the ledger.
 */
@NullMarked
package org.lantian.ledger.history;

import org.jspecify.annotations.NullMarked;
