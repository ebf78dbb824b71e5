package org.lantian.plan.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.check.PlanFacts;
import org.lantian.engine.check.PlannedMeasure;
import org.lantian.plugin.vocabulary.TaskAspect;

/** Rows of table 4 as the check sees them. */
public final class PlannedMeasures {

    private PlannedMeasures() {
    }

    public static List<PlannedMeasure> of(ClusterFacts facts) {
        Map<String, String> names = facts.names();
        return facts.measures().stream().map(measure -> new PlannedMeasure(measure.subject(), members(measure, names),
                measure.type(), Optional.of(measure.deadline()), measure.reduction().tonnes(), measure.tasks().keySet(),
                measure.tasks().getOrDefault(TaskAspect.GRADE, ""), measure.linked())).toList();
    }

    /** Open and confirmed problems as the check sees them. */
    public static List<PlanFacts.Problem> problems(ClusterFacts facts) {
        Map<String, String> names = facts.names();
        return facts.findings().stream().map(finding -> new PlanFacts.Problem(
                names.getOrDefault(finding.enterprise(), finding.enterprise()), finding.aspect(), finding.severity(),
                finding.text(), finding.answered())).toList();
    }

    /** None for the row of a single enterprise that bears its name. */
    private static List<String> members(MeasureFacts measure, Map<String, String> names) {
        List<String> members = measure.members().stream().map(key -> names.getOrDefault(key, key)).toList();
        return members.equals(List.of(measure.subject())) ? List.of() : members;
    }
}
