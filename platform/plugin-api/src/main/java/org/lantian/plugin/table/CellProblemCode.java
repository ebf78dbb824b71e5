package org.lantian.plugin.table;

/**
 * Why a cell, a column or a sheet of a workbook was not taken as it stands. The list only grows; a code never changes
 * its meaning.
 */
public enum CellProblemCode {
    /** The sheet has neither the name nor the header of a known table; it was not read. */
    SHEET_UNKNOWN,
    /** A hidden sheet with content was not read. */
    SHEET_HIDDEN,
    /** The sheet has a known table's name, but no header row of that table was found. */
    HEADER_NOT_FOUND,
    /** A column of the table is not in the sheet. */
    COLUMN_MISSING,
    /** A column of the sheet is in no table; it was not read. */
    COLUMN_UNKNOWN,
    /** A column stands twice in the sheet; the second was not read. */
    COLUMN_DUPLICATED,
    /** The unit in the header's brackets is not the column's unit. */
    COLUMN_UNIT_DIFFERS,
    /** Headers, stamp or request name different base years. */
    BASE_YEAR_CONFLICT,
    /** The base year is named nowhere. */
    BASE_YEAR_MISSING,
    /** The cell holds a spreadsheet error such as #REF!. */
    CELL_ERROR_VALUE,
    /** A number is needed. */
    NUMBER_EXPECTED,
    /** A number below zero, where only amounts from zero make sense. */
    NUMBER_NEGATIVE,
    /** A number above what is possible, for example more hours than a year has. */
    NUMBER_OUT_OF_RANGE,
    /** A whole number is needed. */
    INTEGER_EXPECTED,
    /** The text is none of the allowed values. */
    CHOICE_NOT_ALLOWED,
    /** 是 or 否 is needed. */
    YES_NO_EXPECTED,
    /** A number or a range with its unit is needed; the text was kept. */
    RANGE_EXPECTED,
    /** The number or range has no unit. */
    RANGE_UNIT_MISSING,
    /** A day, month or year is needed. */
    DEADLINE_EXPECTED,
    /** The deadline can be read in two ways. */
    DEADLINE_AMBIGUOUS,
    /** Not a valid unified social credit code (GB 32100-2015). */
    CREDIT_CODE_INVALID,
    /** Not a valid pollution permit number. */
    PERMIT_NUMBER_INVALID,
    /** The industry is not in GB/T 4754-2017; the text was kept. */
    INDUSTRY_UNKNOWN,
    /** Cells of one group have different numbers of lines in the same row. */
    LINE_COUNT_MISMATCH,
    /** A merged number would count for several lines. */
    MERGED_NUMBER,
    /** The row has no enterprise name. */
    NAME_MISSING,
    /** The two name columns of one row differ. */
    NAMES_DIFFER,
    /** A value is needed. */
    VALUE_REQUIRED,
    /** The row has no cluster. */
    CLUSTER_MISSING,
    /** The enterprise is neither in the workbook's table 1 nor in the ledger. */
    ENTERPRISE_UNKNOWN,
    /** Several clusters have an enterprise of this name. */
    ENTERPRISE_AMBIGUOUS,
    /** Two places of the workbook say different things of one enterprise. */
    CONTRADICTING_VALUES,
    /** The row repeats an earlier one; it was not read. */
    DUPLICATE_ROW,
    /** The credit code belongs to an enterprise of another name. */
    CREDIT_CODE_TAKEN,
    /** The name is nearly that of an enterprise of the ledger; it was taken as another one. */
    ENTERPRISE_SIMILAR,
    /** The credit code is known under another name; the enterprise is renamed. */
    ENTERPRISE_RENAMED,
    /** The output of the base year is above the capacity. */
    OUTPUT_ABOVE_CAPACITY,
    /** The permit number does not begin with the enterprise's credit code. */
    PERMIT_OF_OTHER_CODE,
    /** The header names another unit of the same kind; the figures were converted. */
    UNIT_CONVERTED,
    /** The unit beside an amount is not the one its header names. */
    UNIT_DIFFERS,
    /** A cell is merged over rows of several enterprises and cannot hold for all of them. */
    MERGED_OVER_ENTERPRISES,
    /** The workbook was made from the template of an older profile or layout; it was read by its headers. */
    TEMPLATE_OUTDATED,
    /** An enterprise of table 1 has no row in another table of the workbook. */
    ENTERPRISE_NOT_IN_TABLE,
    /** Materials with volatile organic compounds are used, but no treatment of them is given. */
    VOCS_UNTREATED,
    /** The number is possible, but a slip of the unit or the decimal point is likelier. */
    NUMBER_UNLIKELY,
    /** Two enterprises of the workbook have one permit number. */
    PERMIT_NUMBER_TAKEN,
    /** The source category is not in the profile's table of limits, so nothing can be compared. */
    SOURCE_CATEGORY_UNKNOWN
}
