/**
 * Reading the tables of a profile out of spreadsheet cells and laying them out again: header matching by path, typed
 * cell readings, problems with their cell. Offers {@link org.lantian.engine.sheet.WorkbookInterpreter} and the
 * {@link org.lantian.engine.sheet.Grid} that file readers fill. Must not know any file format or any store.
 */
@NullMarked
package org.lantian.engine.sheet;

import org.jspecify.annotations.NullMarked;
