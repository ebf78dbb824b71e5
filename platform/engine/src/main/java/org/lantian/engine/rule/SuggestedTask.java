package org.lantian.engine.rule;

import java.math.BigDecimal;
import java.util.Optional;

import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * A rule's remedy with the enterprise's values filled in.
 *
 * @param target the limit that was broken, as what the task has to reach; empty if the finding is not about one outlet's limit
 */
public record SuggestedTask(UpgradeType type, TaskAspect aspect, String task, Optional<Target> target) {

    /**
     * A concentration that an outlet is held to, mg/m³ at the reference oxygen content.
     *
     * @param outlet outlet number
     * @param limit printed demand, for example ≤50
     */
    public record Target(String outlet, Pollutant pollutant, BigDecimal concentration, String limit) {
    }
}
