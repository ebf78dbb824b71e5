/**
 * The words and tables of a cluster plan, made from facts. Offers the composer of the outline's sections, the four
 * tables and the chart as values of the document model. Must not know the database, the API or a file format.
 */
@NullMarked
package org.lantian.plan.draft;

import org.jspecify.annotations.NullMarked;
