package org.lantian.plan.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.document.Run;

/** Runs cut into the smallest pieces that an edit moves: a figure, a number, a Latin word, else one character. */
final class Pieces {

    private static final Pattern PIECE = Pattern.compile("\\d+(?:[.,]\\d+)*|[A-Za-z]+|(?s:.)", Pattern.UNICODE_CASE);

    private Pieces() {
    }

    static List<Run> of(List<Run> runs) {
        List<Run> pieces = new ArrayList<>();
        for (Run run : runs) {
            if (run.figure().isPresent()) {
                pieces.add(run);
                continue;
            }
            Matcher piece = PIECE.matcher(run.text());
            while (piece.find()) {
                pieces.add(Run.text(piece.group()));
            }
        }
        return pieces;
    }

    /** Neighbouring words become one run again. */
    static List<Run> join(List<Run> pieces) {
        List<Run> runs = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Run piece : pieces) {
            if (piece.figure().isEmpty()) {
                words.append(piece.text());
                continue;
            }
            flush(words, runs);
            runs.add(piece);
        }
        flush(words, runs);
        return List.copyOf(runs);
    }

    private static void flush(StringBuilder words, List<Run> runs) {
        if (!words.isEmpty()) {
            runs.add(Run.text(words.toString()));
            words.setLength(0);
        }
    }
}
