package org.lantian.ledger;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.lantian.engine.sheet.CellText;

/** Names that a clerk may have meant: without the words for company the same, or one letter apart. */
final class NearNames {

    private static final int MOST = 3;
    private static final int SHORTEST = 3;

    private final List<Known> names;

    private record Known(String name, String key, String stem) {
    }

    NearNames(Stream<String> names) {
        this.names = names.distinct().map(name -> {
            String key = CellText.key(name);
            return new Known(name, key, NameStem.of(key));
        }).toList();
    }

    /** At most three of the names that may be meant. */
    List<String> of(String name, Predicate<String> possible) {
        String key = CellText.key(name);
        String stem = NameStem.of(key);
        return names.stream().filter(other -> !stem.isEmpty() && stem.equals(other.stem())
                || key.length() >= SHORTEST && isOneApart(key, other.key())).map(Known::name)
                .filter(possible).limit(MOST).toList();
    }

    /** Whether one letter added, left out or changed makes the one the other. */
    private static boolean isOneApart(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = shorter.equals(one) ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        int skipped = longer.length() == shorter.length() ? 1 : 0;
        return same + skipped <= shorter.length()
                && shorter.substring(same + skipped).equals(longer.substring(same + 1));
    }
}
