package org.lantian.plugin.table;

/** The ledger entity a field belongs to; fields of one repeating group in one row are paired line by line. */
public enum FieldGroup {
    ROW(false), CLUSTER(false), ENTERPRISE(false), EQUIPMENT(true), ENERGY_USE(true), PRODUCT(true),
    RAW_MATERIAL(true), TREATMENT(true), TRANSPORT(false), OUTLET(false), FINDING(false), MEASURE(false);

    private final boolean repeating;

    FieldGroup(boolean repeating) {
        this.repeating = repeating;
    }

    /** Whether one enterprise may have several rows of the group. */
    public boolean repeating() {
        return repeating;
    }
}
