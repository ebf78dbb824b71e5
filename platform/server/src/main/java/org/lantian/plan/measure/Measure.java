package org.lantian.plan.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.diagnosis.Finding;
import org.lantian.engine.check.PlannedMeasure;
import org.lantian.plan.draft.MeasureFacts;
import org.lantian.plugin.vocabulary.TaskAspect;

/**
 * A stored measure.
 *
 * @param input what was said of it; reductions and total hold only what was entered by hand
 * @param subject enterprise or cluster as printed
 * @param imported whether it came from table 4 of a workbook
 * @param reduction entered and computed amounts together
 * @param findings stored links to the findings that it answers; empty where none is stored
 */
public record Measure(long id, MeasureInput input, String subject, boolean imported, MeasureFacts.Reduction reduction,
        Set<FindingKey> findings, int rowVersion) {

    /** Words of an aspect; blank if there is no task. */
    public String task(TaskAspect aspect) {
        return input.task(aspect);
    }

    /** Whether the enterprise is its subject or one of its members; a cluster row without members is about all. */
    public boolean isAbout(long enterprise) {
        return input.enterprise().map(one -> one == enterprise)
                .orElseGet(() -> input.members().isEmpty() || input.members().contains(enterprise));
    }

    /** Whether it answers a finding: by a stored link, or where it has none by the column of its tasks. */
    boolean answers(Finding finding) {
        return findings.contains(FindingKey.of(finding)) || new PlannedMeasure(subject, List.of(), input.type(),
                Optional.empty(), Optional.empty(), facts(List.of()).tasks().keySet(), "", !findings.isEmpty())
                .answers(finding.shown().aspect());
    }

    /** As the plan sees it. */
    MeasureFacts facts(List<String> members) {
        Map<TaskAspect, String> tasks = new EnumMap<>(TaskAspect.class);
        for (TaskAspect aspect : TaskAspect.values()) {
            if (!input.task(aspect).isEmpty()) {
                tasks.put(aspect, input.task(aspect));
            }
        }
        return new MeasureFacts(Long.toString(id), subject, members, input.type(), tasks, input.goal(),
                input.deadline().lastDay(), input.deadline().text(), reduction, !findings.isEmpty());
    }
}
