package org.lantian.identity;

import java.util.Arrays;
import java.util.Optional;

/** What kind of organisation unit (单位) a unit is. A zone (功能区) has no GB/T 2260 code of its own. */
public enum OrgUnitKind {
    CITY("city"), COUNTY("county"), ZONE("zone"), STREET("street"), TOWN("town"), DEPARTMENT("department"),
    BRANCH("branch"), OFFICE("office"), INSTITUTION("institution"), COMMITTEE("committee"), COMPANY("company");

    private final String word;

    OrgUnitKind(String word) {
        this.word = word;
    }

    /** The word in declarations and in the database. */
    public String word() {
        return word;
    }

    public static Optional<OrgUnitKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
