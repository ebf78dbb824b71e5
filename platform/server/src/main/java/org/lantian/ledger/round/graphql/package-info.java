/**
 * Rounds in the API. Offers nothing to other code. Must not know who may fill; it calls {@link org.lantian.ledger.round}.
 */
@NullMarked
package org.lantian.ledger.round.graphql;

import org.jspecify.annotations.NullMarked;
