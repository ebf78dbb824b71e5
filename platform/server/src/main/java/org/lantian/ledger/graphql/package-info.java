/**
 * The ledger in the API: its queries, mutations and batch loaders. Offers nothing to other code. Must not know rules of
 * the ledger; it calls {@link org.lantian.ledger}.
 */
@NullMarked
package org.lantian.ledger.graphql;

import org.jspecify.annotations.NullMarked;
