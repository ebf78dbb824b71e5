package org.lantian.diagnosis;

/** Where a finding comes from. */
public enum FindingOrigin {
    /** A rule of the profile. */
    RULE,
    /** Table 3 of an imported workbook; runs of the rules leave it alone. */
    IMPORT
}
