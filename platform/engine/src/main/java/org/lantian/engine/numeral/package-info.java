/**
 * Chinese numerals as headings write them. Offers {@link org.lantian.engine.numeral.ChineseNumerals}. Knows nothing of
 * documents.
 */
@NullMarked
package org.lantian.engine.numeral;

import org.jspecify.annotations.NullMarked;
