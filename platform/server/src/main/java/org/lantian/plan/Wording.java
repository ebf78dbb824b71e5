package org.lantian.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.lantian.engine.document.Run;

/** A person's text as runs: figures whose printed value still stands keep their explanation, in their order. */
final class Wording {

    private Wording() {
    }

    static List<Run> keepFigures(String text, List<Run> before, List<Run> drafted) {
        for (List<Run> known : List.of(drafted, before)) {
            if (Clause.text(known).equals(text)) {
                return known;
            }
        }
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (Run figure : Stream.of(before).flatMap(List::stream).filter(run -> run.figure().isPresent()).toList()) {
            int at = find(text, figure.text(), start);
            if (at < 0) {
                continue;
            }
            if (at > start) {
                runs.add(Run.text(text.substring(start, at)));
            }
            runs.add(figure);
            start = at + figure.text().length();
        }
        if (start < text.length()) {
            runs.add(Run.text(text.substring(start)));
        }
        return runs;
    }

    /** Where the figure stands as a number of its own: 5家 is not found inside 15家. */
    private static int find(String text, String figure, int from) {
        for (int at = text.indexOf(figure, from); at >= 0; at = text.indexOf(figure, at + 1)) {
            if (at == 0 || !partOfNumber(text.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean partOfNumber(char c) {
        return Character.isDigit(c) || c == '.' || c == ',';
    }
}
