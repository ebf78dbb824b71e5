/**
 * What changed between two editions of a text, clause by clause. Offers {@link org.lantian.engine.diff.ClauseDiff}. Must
 * not know what a plan is or how it is stored.
 */
@NullMarked
package org.lantian.engine.diff;

import org.jspecify.annotations.NullMarked;
