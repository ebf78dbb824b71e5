package org.lantian.plugin.table;

/** The ledger entity a field belongs to; fields of one repeating group in one row are paired line by line. */
public enum FieldGroup {
    ROW(false), CLUSTER(false), ENTERPRISE(false), EQUIPMENT(true), ENERGY_USE(true), PRODUCT(true),
    RAW_MATERIAL(true), TREATMENT(true), TRANSPORT(false), OUTLET(false, true), FINDING(false), MEASURE(false),
    /** 含VOCs物料: content, use and generation, a row a material. */
    VOCS_MATERIAL(true, true),
    /** 生产线: its equipment and its capacity as designed and as permitted, a row a line. */
    PRODUCTION_LINE(true, true),
    /** 年排放量: permitted and actual tonnes of a pollutant, a row a pollutant. */
    EMISSION(true, true);

    private final boolean repeating;
    private final boolean listed;

    FieldGroup(boolean repeating) {
        this(repeating, false);
    }

    FieldGroup(boolean repeating, boolean listed) {
        this.repeating = repeating;
        this.listed = listed;
    }

    /** Whether an enterprise has a row of its own for each entry, in lines of one cell or in rows of a table. */
    public boolean hasRows() {
        return repeating || listed;
    }

    /** Whether a table of the group has a row for each entry, not one for each enterprise. */
    public boolean listed() {
        return listed;
    }

    /** Whether entries of the group may stand in one row of the enterprise, line by line. */
    public boolean repeating() {
        return repeating;
    }
}
