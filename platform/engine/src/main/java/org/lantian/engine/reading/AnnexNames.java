package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
            if (!opened.contains(i + 1) && similarity(names.get(i), title) >= SIMILAR) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** Shared pairs of characters over all pairs (Dice), 0 to 1. */
    private static double similarity(String first, String second) {
        Set<String> a = pairs(first);
        Set<String> b = pairs(second);
        long shared = a.stream().filter(b::contains).count();
        return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * shared / (a.size() + b.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
