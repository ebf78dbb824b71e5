/**
 * Registers in the API. Offers nothing to other code. Must not know how rules judge; it calls
 * {@link org.lantian.ledger.register}.
 */
@NullMarked
package org.lantian.ledger.register.graphql;

import org.jspecify.annotations.NullMarked;
