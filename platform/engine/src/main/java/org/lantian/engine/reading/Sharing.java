package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Roles that several items share: a block after the last of them, and blanket clauses for all that follow. */
final class Sharing {

    private Sharing() {
    }

    static void apply(List<SectionDraft> sections) {
        JoinedNames.part(sections.stream().flatMap(section -> section.items().stream()).toList());
        sections.forEach(section -> blocks(section.items()));
        sections.forEach(section -> headed(section.items()));
        Map<String, ReadRoles> blankets = new HashMap<>();
        for (SectionDraft section : sections) {
            for (ItemDraft item : section.items()) {
                item.blanket().ifPresent(roles -> blankets.put(section.chapter(), roles));
                ReadRoles all = blankets.get(section.chapter());
                if (all != null) {
                    item.cover(all);
                }
            }
        }
    }

    /** Items that all have no roles share those that stand above them under the heading. */
    private static void headed(List<ItemDraft> items) {
        if (items.size() > 1 && items.getFirst().ofSection() && items.getFirst().hasRoles()
                && items.stream().skip(1).noneMatch(ItemDraft::hasRoles)) {
            items.stream().skip(1).forEach(item -> item.share(items.getFirst().roles()));
        }
    }

    /** Items without roles right before one with a block share that block. */
    private static void blocks(List<ItemDraft> items) {
        List<ItemDraft> waiting = new ArrayList<>();
        for (ItemDraft item : items) {
            if (!item.hasRoles()) {
                waiting.add(item);
                continue;
            }
            if (item.hasBlock()) {
                waiting.forEach(one -> one.share(item.roles()));
            }
            waiting.clear();
        }
    }
}
