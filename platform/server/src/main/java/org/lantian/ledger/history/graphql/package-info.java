/**
 * The history of the ledger in the API. Offers nothing to other code. Must not know how changes are found; it calls
 * {@link org.lantian.ledger.history}.
 */
@NullMarked
package org.lantian.ledger.history.graphql;

import org.jspecify.annotations.NullMarked;
