package org.lantian.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.emission.ReferenceOxygen;
import org.lantian.plugin.region.SourceCategoryWords;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** Which source category a process of table 2 belongs to, by the words of a profile; never a guess between two. */
final class SourceCategories {

    /** The CEL variable of a treatment's source category. */
    static final String VARIABLE = "treatment_sourceCategory";
    static final String LABEL = "源类别（没有登记排放口，按环节名称、行业和燃料不能确定）";

    private record Match(SourceCategoryWords words, List<String> found) {

        /** Whether it rests on more than a part of a longer word: 锅炉 in 燃气锅炉 says nothing of its own. */
        boolean countsAmong(List<Match> all) {
            return found.stream().anyMatch(word -> all.stream().flatMap(match -> match.found().stream())
                    .noneMatch(other -> other.length() > word.length() && other.contains(word)));
        }
    }

    private final List<SourceCategoryWords> all;

    SourceCategories(List<SourceCategoryWords> all) {
        this.all = List.copyOf(all);
    }

    /** @param values the row's values with those of its enterprise */
    Optional<String> find(Map<Field, FieldValue> values, EnterpriseFacts facts) {
        String process = text(values, Field.TREATMENT_PROCESS);
        String industry = text(values, Field.ENTERPRISE_INDUSTRY);
        List<String> fuels = facts.rowsOf(FieldGroup.ENERGY_USE).stream().map(row -> text(row, Field.ENERGY_TYPE)).toList();
        List<Match> matches = new ArrayList<>();
        for (SourceCategoryWords words : all) {
            List<String> found = contained(process, words.processes());
            if (!found.isEmpty() && fits(words, industry, fuels)) {
                matches.add(new Match(words, found));
            }
        }
        return single(matches);
    }

    private static Optional<String> single(List<Match> matches) {
        List<SourceCategoryWords> best = matches.stream().filter(match -> match.countsAmong(matches)).map(Match::words).toList();
        boolean byIndustry = best.stream().anyMatch(words -> !words.industries().isEmpty());
        List<String> categories = best.stream().filter(words -> words.industries().isEmpty() != byIndustry)
                .map(SourceCategoryWords::sourceCategory).distinct().toList();
        return categories.size() == 1 ? Optional.of(categories.getFirst()) : Optional.empty();
    }

    private static boolean fits(SourceCategoryWords words, String industry, List<String> fuels) {
        return (words.industries().isEmpty() || !contained(industry, words.industries()).isEmpty())
                && (words.fuels().isEmpty() || fuels.stream().anyMatch(fuel -> words.fuels().stream().map(ReferenceOxygen::plain)
                        .anyMatch(word -> word.length() == 1 ? fuel.equals(word) : fuel.contains(word))));
    }

    private static List<String> contained(String text, List<String> words) {
        return words.stream().map(ReferenceOxygen::plain).filter(text::contains).toList();
    }

    private static String text(Map<Field, FieldValue> row, Field field) {
        return Stream.of(row.getOrDefault(field, new FieldValue.Absent())).filter(FieldValue.Text.class::isInstance)
                .map(FieldValue::print).map(ReferenceOxygen::plain).findFirst().orElse("");
    }
}
