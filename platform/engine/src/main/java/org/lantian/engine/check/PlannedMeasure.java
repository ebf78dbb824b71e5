package org.lantian.engine.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * A row of table 4.
 *
 * @param subject printed name of the enterprise or cluster
 * @param members enterprises of a cluster row; empty for a row of one enterprise
 * @param type upgrade type
 * @param deadline last day that counts; empty if none is given
 * @param reduction tonnes; empty if not known
 * @param aspects aspects that have a task
 * @param gradeTask words of the task that raises the grade; blank without one
 * @param linked whether it is stored which problems of a column it answers
 */
public record PlannedMeasure(String subject, List<String> members, UpgradeType type, Optional<LocalDate> deadline,
        Optional<BigDecimal> reduction, Set<TaskAspect> aspects, String gradeTask,
        boolean linked) {

    public PlannedMeasure {
        members = List.copyOf(members);
        aspects = Set.copyOf(aspects);
    }

    /** Without stored links. */
    public PlannedMeasure(String subject, List<String> members, UpgradeType type, Optional<LocalDate> deadline,
            Optional<BigDecimal> reduction, Set<TaskAspect> aspects, String gradeTask) {
        this(subject, members, type, deadline, reduction, aspects, gradeTask, false);
    }

    /**
     * Whether it answers a problem to which no link is stored: a closure and a relocation answer all, else a task of the
     * aspect is needed, and no links to others.
     *
     * @param aspect of a task against the problem; empty for a problem of no column, which any measure may answer
     */
    public boolean answers(Optional<TaskAspect> aspect) {
        return type == UpgradeType.CLOSURE || type == UpgradeType.RELOCATION || aspect.isEmpty()
                || !linked && aspects.contains(aspect.get());
    }

    /** The enterprises that the row is about: the members of a cluster, else the subject. */
    public List<String> enterprises() {
        return members.isEmpty() ? List.of(subject) : members;
    }
}
