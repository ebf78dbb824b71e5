/**
 * Reading an existing plan: a document as received becomes title, sections on the outline, numbered items with roles,
 * deadlines and quantities, and tables, each with its line. Offers {@link org.lantian.engine.reading.PlanReader}. Must
 * not know any document, place or unit; what is particular to a region comes with its grammar.
 */
@NullMarked
package org.lantian.engine.reading;

import org.jspecify.annotations.NullMarked;
