/**
 * Renames, merges, splits and the questions of likeness in the API. Offers nothing to other code. Must not know rules;
 * it calls {@link org.lantian.ledger.succession}.
 */
@NullMarked
package org.lantian.ledger.succession.graphql;

import org.jspecify.annotations.NullMarked;
