package org.lantian.ledger.succession;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.plugin.table.FieldGroup;

/** What shall become of enterprises. */
public sealed interface Succession {

    /**
     * An enterprise as its editor saw it.
     *
     * @param rowVersion version that was seen
     */
    record Seen(long id, int rowVersion) {
    }

    /**
     * 更名: another name for the same enterprise.
     *
     * @param apart enterprises of a like name that are others, as the person says
     */
    record Rename(Seen enterprise, String name, List<Long> apart) implements Succession {
    }

    /** 合并: several enterprises become one of them. */
    record Merge(List<Seen> from, Seen into, Figures figures) implements Succession {
    }

    /** 拆分: parts of an enterprise become enterprises of their own, in the same cluster. */
    record Split(Seen enterprise, List<Part> parts, List<Long> apart) implements Succession {
    }

    /**
     * A new enterprise and what it takes along.
     *
     * @param rows entries of repeating groups
     * @param follows ids of findings, measures and the like, by their API type
     */
    record Part(String name, Optional<String> creditCode, Optional<String> permitNumber, List<Rows> rows,
            Map<String, List<Long>> follows) {
    }

    /**
     * Entries of one group and year.
     *
     * @param year empty for the ledger's base year
     * @param places from 1, in ledger order
     */
    record Rows(FieldGroup group, Optional<Integer> year, List<Integer> places) {
    }
}
