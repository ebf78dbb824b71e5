package org.lantian.diagnosis;

/** What people decided on a finding. */
public enum FindingState {
    /** 待确认: nobody has decided; a run removes it when it no longer holds. */
    OPEN,
    /** 已确认. */
    CONFIRMED,
    /** 不采纳, with a reason. */
    WAIVED
}
