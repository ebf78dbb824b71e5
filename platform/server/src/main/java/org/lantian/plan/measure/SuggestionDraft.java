package org.lantian.plan.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingState;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.rule.SuggestedTask;
import org.lantian.plan.measure.MeasureInput.Target;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * What the findings of one enterprise ask for and its measures do not answer. 做优做强 is suggested only where nothing
 * but the grade is wanting; a closure or relocation is never suggested, that is for people to decide.
 */
final class SuggestionDraft {

    private static final int KEY_LENGTH = 16;

    private final Map<TaskAspect, Set<String>> tasks = new EnumMap<>(TaskAspect.class);
    private final List<String> goals = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Long> findings = new ArrayList<>();
    private boolean gradeOnly = true;

    private SuggestionDraft() {
    }

    private record Content(long subject, boolean cluster, UpgradeType type, Map<TaskAspect, String> tasks, String goal,
            List<Target> targets, List<Long> findings, Optional<Long> measure) {
    }

    /** Of one enterprise; empty if its findings are answered. */
    static Optional<MeasureSuggestion> of(long cluster, long enterprise, String name, Collection<Finding> found,
            List<Measure> planned) {
        SuggestionDraft draft = new SuggestionDraft();
        found.stream().filter(finding -> finding.state() != FindingState.WAIVED && finding.holds())
                .filter(finding -> planned.stream().noneMatch(measure -> measure.answers(finding)))
                .forEach(draft::add);
        if (draft.findings.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> own = planned.stream().filter(measure -> measure.input().enterprise().isPresent()).map(Measure::id)
                .findFirst();
        return Optional.of(draft.suggestion(cluster, enterprise, name, own));
    }

    private void add(Finding finding) {
        finding.content().suggestion().ifPresent(suggested -> {
            TaskAspect aspect = finding.shown().aspect().orElse(suggested.aspect());
            tasks.computeIfAbsent(aspect, _ -> new LinkedHashSet<>()).add(suggested.task());
            gradeOnly &= suggested.type() == UpgradeType.EXCELLENCE;
            suggested.target().ifPresent(this::aim);
            findings.add(finding.id());
        });
    }

    /** Two rules on one outlet may name one target twice. */
    private void aim(SuggestedTask.Target target) {
        if (targets.stream().noneMatch(known -> known.outlet().equals(target.outlet())
                && known.pollutant() == target.pollutant())) {
            targets.add(new Target(target.outlet(), target.pollutant(), target.concentration()));
            goals.add(target.outlet() + "排放口" + target.pollutant().term() + "达到限值（" + target.limit() + "）");
        }
    }

    private MeasureSuggestion suggestion(long cluster, long enterprise, String subject, Optional<Long> measure) {
        Map<TaskAspect, String> words = new EnumMap<>(TaskAspect.class);
        tasks.forEach((aspect, sentences) -> words.put(aspect, String.join("；", sentences)));
        UpgradeType type = gradeOnly ? UpgradeType.EXCELLENCE : UpgradeType.RETROFIT;
        String goal = String.join("；", goals);
        return new MeasureSuggestion(key(new Content(enterprise, false, type, words, goal,
                targets, findings, measure)), cluster, Optional.of(enterprise), subject, type, words, goal, targets, findings, measure);
    }

    private static String key(Content content) {
        return CanonicalJson.hash(content).substring(0, KEY_LENGTH);
    }

    /** One row of the cluster where all of its enterprises, at least two, would get the same new measure. */
    static List<MeasureSuggestion> together(List<MeasureSuggestion> single, int enterprises, long cluster, String name) {
        boolean same = enterprises > 1 && single.size() == enterprises
                && single.stream().allMatch(one -> one.measure().isEmpty() && one.targets().isEmpty()
                        && one.type() == single.getFirst().type() && one.tasks().equals(single.getFirst().tasks()));
        if (!same) {
            return single;
        }
        MeasureSuggestion first = single.getFirst();
        List<Long> all = single.stream().flatMap(one -> one.findings().stream()).toList();
        return List.of(new MeasureSuggestion(key(new Content(cluster, true, first.type(), first.tasks(), "", List.of(), all,
                Optional.empty())), cluster, Optional.empty(), name, first.type(), first.tasks(), "", List.of(), all,
                Optional.empty()));
    }
}
