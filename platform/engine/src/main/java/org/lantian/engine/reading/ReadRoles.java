package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.lantian.plugin.grammar.RoleKind;

/**
 * Who is what in a task, by the words of the document; a list with a common tail is written out (甲、乙分局 is 甲分局 and
 * 乙分局).
 */
public record ReadRoles(Map<RoleKind, List<String>> names) {

    public static final ReadRoles NONE = new ReadRoles(Map.of());

    public ReadRoles {
        Map<RoleKind, List<String>> copy = new EnumMap<>(RoleKind.class);
        names.forEach((kind, list) -> {
            if (!list.isEmpty()) {
                copy.put(kind, List.copyOf(list));
            }
        });
        names = Map.copyOf(copy);
    }

    public List<String> of(RoleKind kind) {
        return names.getOrDefault(kind, List.of());
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** These and the others; a name stands once a role. */
    public ReadRoles plus(ReadRoles other) {
        Map<RoleKind, List<String>> all = new EnumMap<>(RoleKind.class);
        for (RoleKind kind : RoleKind.values()) {
            List<String> list = new ArrayList<>(of(kind));
            other.of(kind).stream().filter(name -> !list.contains(name)).forEach(list::add);
            all.put(kind, list);
        }
        return new ReadRoles(all);
    }
}
