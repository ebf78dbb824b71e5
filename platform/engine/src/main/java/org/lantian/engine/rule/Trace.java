package org.lantian.engine.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.lantian.engine.quantity.Explanation;
import org.lantian.plugin.rule.EmissionLimit;

/** What host functions looked up and computed during one evaluation. */
final class Trace {

    static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

    private final Set<EmissionLimit> limits = new LinkedHashSet<>();
    private final List<Explanation> explanations = new ArrayList<>();

    Set<EmissionLimit> limits() {
        return limits;
    }

    List<Explanation> explanations() {
        return explanations;
    }
}
