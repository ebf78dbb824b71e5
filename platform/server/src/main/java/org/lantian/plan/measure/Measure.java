package org.lantian.plan.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.lantian.plan.draft.MeasureFacts;
import org.lantian.plugin.vocabulary.TaskAspect;

/**
 * A stored measure.
 *
 * @param input what was said of it; reductions and total hold only what was entered by hand
 * @param subject enterprise or cluster as printed
 * @param imported whether it came from table 4 of a workbook
 * @param reduction entered and computed amounts together
 */
public record Measure(long id, MeasureInput input, String subject, boolean imported, MeasureFacts.Reduction reduction,
        int rowVersion) {

    /** Words of an aspect; blank if there is no task. */
    public String task(TaskAspect aspect) {
        return input.task(aspect);
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
                input.deadline().lastDay(), input.deadline().text(), reduction);
    }
}
