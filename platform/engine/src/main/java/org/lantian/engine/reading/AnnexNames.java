package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.diff.Likeness;

/** The annexes that a plan lists at its end, to know one again whose label 附件N is missing. */
final class AnnexNames {

    private static final double SIMILAR = 0.6;

    private final List<String> names = new ArrayList<>();
    private final Set<Integer> opened = new HashSet<>();

    void add(String name) {
        names.add(name.replaceAll("^.*?[：:]\\s*", "").replaceFirst("^\\d{1,2}[.．、]\\s*", ""));
    }

    /** Notes that an annex has begun. */
    void open(String title) {
        find(title).ifPresent(opened::add);
    }

    /** The 1-based number of the annex that a title is of and that has not begun yet. */
    Optional<Integer> find(String title) {
        for (int i = 0; i < names.size(); i++) {
            if (!opened.contains(i + 1) && Likeness.of(names.get(i), title) >= SIMILAR) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
