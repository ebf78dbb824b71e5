package org.lantian.plugin.region;

import java.util.List;

/**
 * The shape of a set of targets.
 *
 * @param title caption, {@code {…}} for parameters of the plan
 * @param scope whom the targets are for, for example 全市, 各县（市、区）
 * @param indicators ids of the indicators
 * @param columns headers of the printed table; empty for a sentence
 * @param pointsToParent whether values may be left to a parent's target (达到自治区考核目标)
 */
public record TargetSet(String id, String title, String scope, List<String> indicators, List<String> columns,
        boolean pointsToParent, String source) implements Identified {

    public TargetSet {
        indicators = List.copyOf(indicators);
        columns = List.copyOf(columns);
    }
}
