package org.lantian.engine.check;

import java.util.List;
import java.util.function.Function;

/** The rules that every plan is held to. */
public final class PlanCheck {

    private static final List<Function<PlanFacts, List<Remark>>> RULES = List.of(EnterpriseSets::check,
            GoalAgainstMeasures::check, DeadlinesInTerm::check, ProblemsWithoutMeasure::check, MeasureTypes::check);

    private PlanCheck() {
    }

    /** All remarks, in the order of the rules; none if the plan agrees with itself. */
    public static List<Remark> check(PlanFacts facts) {
        return RULES.stream().flatMap(rule -> rule.apply(facts).stream()).toList();
    }
}
