/**
 * The rules that any plan is held to as a document: numbering, roles, deadlines, sums, ratios, targets, wording. Offers
 * {@link org.lantian.engine.check.document.DocumentCheck}. A rule may not know a document, a place or a number of one.
 */
@NullMarked
package org.lantian.engine.check.document;

import org.jspecify.annotations.NullMarked;
