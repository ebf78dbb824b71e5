package org.lantian.engine.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.lantian.plugin.grammar.RoleKind;

/** Parts two persons' names that stand without a separator, where one of them leads another item on its own. */
final class JoinedNames {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    private JoinedNames() {
    }

    static void part(List<ItemDraft> items) {
        Set<String> known = new HashSet<>();
        items.forEach(item -> item.roles().of(RoleKind.LEADER).stream()
                .filter(name -> name.length() >= SHORTEST && name.length() <= LONGEST - 1).forEach(known::add));
        for (ItemDraft item : items) {
            item.roles().of(RoleKind.LEADER).stream().filter(name -> name.length() > LONGEST - 1)
                    .forEach(name -> part(item, name, known));
        }
    }

    private static void part(ItemDraft item, String name, Set<String> known) {
        for (String one : known) {
            int rest = name.length() - one.length();
            if (rest < SHORTEST || rest > LONGEST) {
                continue;
            }
            if (name.startsWith(one)) {
                item.part(name, one, name.substring(one.length()));
                return;
            }
            if (name.endsWith(one)) {
                item.part(name, name.substring(0, rest), one);
                return;
            }
        }
    }
}
