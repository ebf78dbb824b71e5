package org.lantian.engine.rule;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.emission.ReferenceOxygen;

/** Numbers of standards in a text, without their edition: GB 13271—2014 表3 names GB13271, DB61/1226-2018 names DB61/1226. */
final class StandardNumbers {

    private static final Pattern NUMBER = Pattern.compile("(?<![A-Z])(GB|DB\\d{2,6}(?=/))(?:/T)?/?(\\d{2,6}(?:\\.\\d+)?)");

    private StandardNumbers() {
    }

    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(ReferenceOxygen.plain(text));
        while (matcher.find()) {
            found.add(matcher.group(1) + (matcher.group(1).startsWith("DB") ? "/" : "") + matcher.group(2));
        }
        return found;
    }

    /** Whether one of them is a local standard, which may be stricter than the national ones. */
    static boolean anyLocal(Set<String> numbers) {
        return numbers.stream().anyMatch(number -> number.startsWith("DB"));
    }
}
