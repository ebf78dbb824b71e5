/**
 * Codes that enterprises carry: the unified social credit code and the discharge permit number. Offers their parsers,
 * which say what is wrong. Knows nothing of the ledger.
 */
@NullMarked
package org.lantian.engine.code;

import org.jspecify.annotations.NullMarked;
