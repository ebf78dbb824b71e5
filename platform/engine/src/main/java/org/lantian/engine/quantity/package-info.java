/**
 * Exact amounts with their unit, named rounding and the explanation of every computed number. Offers the records that
 * formulas return and documents print. Knows no formula and no rule.
 */
@NullMarked
package org.lantian.engine.quantity;

import org.jspecify.annotations.NullMarked;
