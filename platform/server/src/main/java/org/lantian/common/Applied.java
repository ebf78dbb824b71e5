package org.lantian.common;

import java.util.Map;

/** What applying a declaration changed; all zero when it was applied before. */
public record Applied(int created, int changed, int retired) {

    public static final Applied NOTHING = new Applied(0, 0, 0);

    public Applied plus(Applied other) {
        return new Applied(created + other.created, changed + other.changed, retired + other.retired);
    }

    public boolean none() {
        return equals(NOTHING);
    }

    /** The counts by name, for the audit trail. */
    public Map<String, Object> details() {
        return Map.of("created", created, "changed", changed, "retired", retired);
    }
}
