package org.lantian.engine.template;

import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with open names {@code {name}}. */
record OpenText(String text) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

    /** The text with what is known filled in; other names are noted and stay. */
    String fill(Map<String, String> known, SequencedSet<String> unresolved) {
        return NAME.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            if (!known.containsKey(name)) {
                unresolved.add(name);
            }
            return Matcher.quoteReplacement(known.getOrDefault(name, match.group()));
        });
    }
}
