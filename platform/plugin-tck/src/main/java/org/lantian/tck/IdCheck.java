package org.lantian.tck;

import java.util.List;
import java.util.regex.Pattern;

/** Ids: lower-case letters, digits and hyphens; tables and columns may have capitals inside. */
final class IdCheck {

    private static final Pattern USUAL = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern INNER = Pattern.compile("[a-z][A-Za-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    private IdCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        return Entry.of(plugin.requireContribution()).stream().filter(entry -> !good(entry)).map(IdCheck::fault).toList();
    }

    private static boolean good(Entry entry) {
        return entry.id().length() <= LONGEST && (entry.inner() ? INNER : USUAL).matcher(entry.id()).matches();
    }

    private static Fault fault(Entry entry) {
        return new Fault(Promise.IDS, entry.place(), entry.key() + "的写法不合规则。", "改为小写字母开头，只含小写字母、数字和单个连字符"
                + (entry.inner() ? "（表格和列可在中间用大写字母）" : "") + "，不超过" + LONGEST + "个字符，例如"
                + (entry.inner() ? "dryFlow" : "gas-boiler-nox") + "；发布以后不再改动。");
    }
}
