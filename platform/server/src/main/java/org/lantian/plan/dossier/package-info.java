/**
 * 一企一档: all that is kept of one enterprise as one document, from the ledger to the measures. Offers
 * {@link org.lantian.plan.dossier.Dossiers}. Only reads.
 */
@NullMarked
package org.lantian.plan.dossier;

import org.jspecify.annotations.NullMarked;
