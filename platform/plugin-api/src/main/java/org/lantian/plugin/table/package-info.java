/**
 * The tables of a profile as data: columns, their field ids, types, units and allowed values. One {@link
 * org.lantian.plugin.table.TableSpec} is the source of the Excel template, the reader, the writer and the Word table.
 */
@NullMarked
package org.lantian.plugin.table;

import org.jspecify.annotations.NullMarked;
