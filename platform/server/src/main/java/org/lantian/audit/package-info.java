/**
 * The append-only audit trail: one row a transaction with all its changes. Offers {@link org.lantian.audit.AuditTrail};
 * knows an actor's name and nothing else of identity.
 */
@NullMarked
package org.lantian.audit;

import org.jspecify.annotations.NullMarked;
