package org.lantian.plan.draft;

import java.util.List;

/** Enumerations in official prose. */
final class Lists {

    private Lists() {
    }

    /** 甲、乙、丙; of a longer list the first ones and how many there are: 甲、乙、丙等12种. */
    static String names(List<String> names, int limit) {
        return names.size() <= limit ? String.join("、", names)
                : String.join("、", names.subList(0, limit)) + "等" + names.size() + "种";
    }

    /** 甲、乙、丙; of a longer list the first ones: 甲、乙、丙等. */
    static String some(List<String> names, int limit) {
        return names.size() <= limit ? String.join("、", names) : String.join("、", names.subList(0, limit)) + "等";
    }

    /** As {@link #names} for enterprises. */
    static String enterprises(List<String> names, int limit) {
        return names.size() <= limit ? String.join("、", names)
                : String.join("、", names.subList(0, limit)) + "等" + names.size() + "家企业";
    }
}
