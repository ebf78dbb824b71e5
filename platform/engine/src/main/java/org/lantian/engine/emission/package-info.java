/**
 * Emission and reduction accounting of an outlet, and the readers of the texts that carry concentrations and
 * reductions. Offers formulas that answer a known, explained amount or say which input is missing. Knows no ledger.
 */
@NullMarked
package org.lantian.engine.emission;

import org.jspecify.annotations.NullMarked;
