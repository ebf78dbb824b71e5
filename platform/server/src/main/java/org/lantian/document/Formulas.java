package org.lantian.document;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas of pollutants in plain text, whose index is printed as a subscript. VOCs has none. */
final class Formulas {

    /** A pollutant's formula that is not part of a longer Latin word or number. */
    private static final Pattern FORMULA = Pattern.compile(
            "(?<![A-Za-z0-9])(?:(PM)(2\\.5|10)|(SO)(2)|(NO)(x|2)|(CO)(2)|(O)(3))(?![A-Za-z0-9])");

    private Formulas() {
    }

    /** Hands over the text in pieces: what stands on the line, and each index. */
    static void walk(String text, Consumer<String> plain, Consumer<String> index) {
        if (text.indexOf('O') < 0 && text.indexOf('M') < 0) {
            plain.accept(text);
            return;
        }
        Matcher formula = FORMULA.matcher(text);
        int start = 0;
        while (formula.find()) {
            int group = firstGroup(formula);
            plain.accept(text.substring(start, formula.end(group)));
            index.accept(formula.group(group + 1));
            start = formula.end();
        }
        plain.accept(text.substring(start));
    }

    private static int firstGroup(Matcher formula) {
        int group = 1;
        while (formula.group(group) == null) {
            group += 2;
        }
        return group;
    }
}
