package org.lantian.plugin.grammar;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the plans of a region are written. What is inherited stays in force; own entries come first.
 *
 * @param roleLabels words before the colon of a role line
 * @param roleVerbs words after the units in an inline bracket
 * @param headings what headings mean on the outline
 * @param samples texts that must be read as said
 */
public record ReadingGrammar(List<RoleWord> roleLabels, List<RoleWord> roleVerbs, List<HeadingMeaning> headings,
        List<GrammarSample> samples) {

    public static final ReadingGrammar EMPTY = new ReadingGrammar(List.of(), List.of(), List.of(), List.of());

    public ReadingGrammar {
        roleLabels = List.copyOf(roleLabels);
        roleVerbs = List.copyOf(roleVerbs);
        headings = List.copyOf(headings);
        samples = List.copyOf(samples);
    }

    /** These entries before those of the parent; a heading meaning or sample with an inherited id replaces it. */
    public ReadingGrammar over(ReadingGrammar parent) {
        return new ReadingGrammar(concat(roleLabels, parent.roleLabels), concat(roleVerbs, parent.roleVerbs),
                concat(headings, parent.headings.stream()
                        .filter(one -> headings.stream().noneMatch(own -> own.id().equals(one.id()))).toList()),
                concat(samples, parent.samples.stream()
                        .filter(one -> samples.stream().noneMatch(own -> own.id().equals(one.id()))).toList()));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
