package org.lantian.plugin.region;

import java.util.List;

/**
 * Something that a tenant may set for itself.
 *
 * @param value default
 * @param allowed values allowed; empty for any
 */
public record Setting(String id, String title, String value, List<String> allowed) implements Identified {

    public Setting {
        allowed = List.copyOf(allowed);
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw new IllegalArgumentException("设置“" + id + "”的默认值“" + value + "”不在allowed之中。");
        }
    }
}
