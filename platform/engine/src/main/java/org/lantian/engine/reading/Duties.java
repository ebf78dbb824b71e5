package org.lantian.engine.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.reading.Numbering.Style;

/**
 * Tasks that are sections: （一）…。（某局牵头） without numbered items. Their siblings are tasks as well, and so is a chapter
 * with tasks whose heading no word of the grammar knows.
 */
final class Duties {

    private static final Set<Style> STYLES = Set.of(Style.BRACKETED, Style.DECIMAL, Style.DECIMAL_BELOW, Style.PART,
            Style.CHINESE);

    private Duties() {
    }

    static void apply(List<SectionDraft> sections) {
        Set<String> parents = new HashSet<>();
        sections.stream().filter(section -> section.hasDuties() && numbering(section).isPresent())
                .forEach(section -> parents.add(section.parent()));
        for (SectionDraft section : sections) {
            if (section.hasDuties() || section.hasText() && !section.parent().isEmpty() && parents.contains(section.parent())) {
                numbering(section).ifPresent(section::becomeItem);
            }
        }
        Set<String> chapters = new HashSet<>();
        sections.stream().filter(section -> section.mayBeTasks() && section.items().stream().anyMatch(ItemDraft::hasRoles))
                .forEach(section -> chapters.add(section.chapter()));
        sections.stream().filter(section -> section.mayBeTasks() && chapters.contains(section.chapter()))
                .forEach(SectionDraft::placeOnTasks);
    }

    private static Optional<Numbering> numbering(SectionDraft section) {
        return section.annex() || !section.mayBeTasks() ? Optional.empty()
                : Numbering.of(section.number() + section.heading() + "。")
                        .filter(number -> STYLES.contains(number.style()));
    }
}
