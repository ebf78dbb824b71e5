package org.lantian.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run changes: decisions stay, content is brought up to date, open findings that hold no longer go. A finding
 * that was decided on stays even when it holds no longer: it is what people said.
 *
 * @param added new findings by enterprise
 * @param changed rows with new content
 * @param removed rows to delete
 * @param lapsed ids of decided findings that hold no longer
 * @param back ids of those that hold again
 */
record FindingChanges(List<Added> added, List<Changed> changed, List<Finding> removed, List<Long> lapsed, List<Long> back) {

    record Added(long enterpriseId, FindingContent content) {
    }

    record Changed(long id, FindingContent content) {
    }

    private record Key(long enterpriseId, String ruleId, String subject) {
    }

    static FindingChanges between(List<Finding> stored, List<Added> found) {
        Map<Key, Finding> before = new HashMap<>();
        stored.stream().filter(finding -> finding.origin() == FindingOrigin.RULE)
                .forEach(finding -> before.put(key(finding.enterpriseId(), finding.content()), finding));
        List<Added> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        List<Long> back = new ArrayList<>();
        for (Added now : found) {
            Finding known = before.remove(key(now.enterpriseId(), now.content()));
            if (known == null) {
                added.add(now);
            } else {
                if (!known.content().equals(now.content())) {
                    changed.add(new Changed(known.id(), now.content()));
                }
                if (!known.holds()) {
                    back.add(known.id());
                }
            }
        }
        List<Finding> removed = before.values().stream().filter(finding -> finding.state() == FindingState.OPEN)
                .toList();
        List<Long> lapsed = before.values().stream().filter(finding -> finding.state() != FindingState.OPEN && finding.holds())
                .map(Finding::id).toList();
        return new FindingChanges(added, changed, removed, lapsed, back);
    }

    private static Key key(long enterpriseId, FindingContent content) {
        return new Key(enterpriseId, content.ruleId(), content.subject());
    }
}
