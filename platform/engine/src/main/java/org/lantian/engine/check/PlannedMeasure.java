package org.lantian.engine.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * A row of table 4.
 *
 * @param subject printed name of the enterprise or cluster
 * @param members enterprises of a cluster row; empty for a row of one enterprise
 * @param type upgrade type
 * @param deadline last day that counts; empty if none is given
 * @param reduction tonnes; empty if not known
 */
public record PlannedMeasure(String subject, List<String> members, UpgradeType type, Optional<LocalDate> deadline,
        Optional<BigDecimal> reduction) {

    public PlannedMeasure {
        members = List.copyOf(members);
    }

    /** The enterprises that the row is about: the members of a cluster, else the subject. */
    public List<String> enterprises() {
        return members.isEmpty() ? List.of(subject) : members;
    }
}
