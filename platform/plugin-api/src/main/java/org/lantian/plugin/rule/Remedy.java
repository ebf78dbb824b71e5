package org.lantian.plugin.rule;

import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * What a rule suggests against its problem: one task of a measure, which a person accepts, changes or leaves.
 *
 * @param type upgrade type that the task belongs to
 * @param aspect column of table 4
 * @param task the task's sentence without a full stop at its end; {@code {field.id}} is replaced by the value
 */
public record Remedy(UpgradeType type, TaskAspect aspect, String task) {

    public Remedy {
        if (task.isBlank()) {
            throw new IllegalArgumentException("a remedy needs a task");
        }
    }
}
