package org.lantian.plugin.table;

/** How a cell's text is read. Decimals are exact; a date may be given as a month and then means its last day. */
public enum ValueType {
    /** Row number; written, ignored when read. */
    ORDINAL,
    TEXT,
    /** Exact decimal, with the column's unit. */
    DECIMAL,
    INTEGER,
    /** One of the column's allowed values. */
    CHOICE,
    /** 是 or 否. */
    YES_NO,
    /** A number or a range with its unit in the cell, for example 5-8 升/分钟. */
    RANGE,
    /** A day, a month or a year; the last day that still counts. */
    DEADLINE,
    /** 统一社会信用代码, GB 32100-2015, with its check digit. */
    CREDIT_CODE,
    /** 排污许可证编号: credit code, three digits, one check character. */
    PERMIT_NUMBER,
    /** A GB/T 4754-2017 code or name. */
    INDUSTRY
}
