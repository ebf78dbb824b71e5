package org.lantian.plan.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.plan.measure.MeasureInput.Target;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * A measure that the findings ask for and that nobody planned yet. It has no deadline and no reduction of its own: a
 * person sets the one, the other follows from the outlets.
 *
 * @param key names it for as long as findings and measures stay as they are
 * @param enterprise the enterprise it is about; empty for a row of the whole cluster
 * @param subject enterprise or cluster as printed
 * @param tasks sentences by aspect
 * @param goal what the targets say in words; blank where there is none
 * @param targets limits that outlets do not keep, mg/m³ at reference oxygen
 * @param findings ids of the findings it answers
 * @param measure the enterprise's own measure that it would be added to
 */
public record MeasureSuggestion(String key, long cluster, Optional<Long> enterprise, String subject, UpgradeType type,
        Map<TaskAspect, String> tasks, String goal, List<Target> targets, List<Long> findings, Optional<Long> measure) {

    public MeasureSuggestion {
        tasks = Map.copyOf(tasks);
        targets = List.copyOf(targets);
        findings = List.copyOf(findings);
    }
}
