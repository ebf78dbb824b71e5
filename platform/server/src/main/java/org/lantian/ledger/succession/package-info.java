/**
 * What becomes of enterprises: rename, merge and split as commands with history, and the questions whether two are the
 * same. Offers {@link org.lantian.ledger.succession.Successions} and {@link org.lantian.ledger.succession.Questions};
 * what else belongs to an enterprise follows through {@link org.lantian.ledger.succession.EnterpriseFollower}s. Must not
 * know findings or plans.
 */
@NullMarked
package org.lantian.ledger.succession;

import org.jspecify.annotations.NullMarked;
