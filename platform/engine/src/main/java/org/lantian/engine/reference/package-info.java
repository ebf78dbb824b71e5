/**
 * Reference data that comes with the product: industries of GB/T 4754-2017, administrative divisions of GB/T 2260.
 * Offers look-ups by code and by name, loaded once and immutable. Knows no tenant's own units.
 */
@NullMarked
package org.lantian.engine.reference;

import org.jspecify.annotations.NullMarked;
