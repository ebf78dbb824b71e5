package org.lantian.engine.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.emission.ReferenceOxygen;
import org.lantian.plugin.region.SourceCategoryWords;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.vocabulary.Pollutant;

/** The limits and technique lists that rules refer to, by source category and by id. */
final class Standards {

    private record LimitKey(String category, Pollutant pollutant) {
    }

    private final Map<LimitKey, EmissionLimit> limits = new HashMap<>();
    private final ReferenceOxygen referenceOxygen;
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Set<String> categories = new HashSet<>();
    private final Map<String, Set<String>> numbers = new HashMap<>();
    private final SourceCategories sources;
    private final List<String> problems = new ArrayList<>();

    Standards(List<EmissionLimit> limits, List<TechniqueList> lists, List<SourceCategoryWords> sources) {
        this.sources = new SourceCategories(sources);
        this.referenceOxygen = ReferenceOxygen.of(limits);
        limits.forEach(this::add);
        for (TechniqueList list : lists) {
            if (this.lists.put(list.id(), list.words().stream().map(Standards::plain).toList()) != null) {
                problems.add("工艺清单 " + list.id() + " 重复");
            }
        }
        sources.stream().filter(words -> !knowsCategory(words.sourceCategory())).forEach(words -> problems
                .add("源类别归类 " + words.id() + "：限值中没有源类别“" + words.sourceCategory() + "”"));
    }

    private void add(EmissionLimit limit) {
        String category = plain(limit.sourceCategory());
        categories.add(category);
        numbers.computeIfAbsent(category, _ -> new HashSet<>()).addAll(StandardNumbers.in(limit.source()));
        if (limits.put(new LimitKey(category, limit.pollutant()), limit) != null) {
            problems.add("限值 " + limit.id() + "：源类别“" + limit.sourceCategory() + "”的" + limit.pollutant().term()
                    + "限值重复");
        }
        limit.referenceOxygen()
                .filter(oxygen -> oxygen.compareTo(referenceOxygen.find(limit.sourceCategory()).orElseThrow()) != 0)
                .ifPresent(oxygen -> problems.add("限值 " + limit.id() + "：源类别“" + limit.sourceCategory() + "”的基准氧含量不一致"));
    }

    List<String> problems() {
        return problems;
    }

    Optional<EmissionLimit> findLimit(String category, Pollutant pollutant) {
        return Optional.ofNullable(limits.get(new LimitKey(plain(category), pollutant)));
    }

    boolean knowsCategory(String category) {
        return categories.contains(plain(category));
    }

    Optional<BigDecimal> findReferenceOxygen(String category) {
        return referenceOxygen.find(category);
    }

    SourceCategories sources() {
        return sources;
    }

    /** Standards that the limits of a category are taken from; none if they are taken from other documents. */
    Set<String> standardsOf(String category) {
        return numbers.getOrDefault(plain(category), Set.of());
    }

    boolean hasList(String id) {
        return lists.containsKey(id);
    }

    /** Whether the text contains a word of the list, whatever its width, case and blanks. */
    boolean listed(String text, String id) {
        String plain = plain(text);
        return lists.getOrDefault(id, List.of()).stream().anyMatch(plain::contains);
    }

    /** The text without the words of a list. */
    String without(String text, String id) {
        String rest = plain(text);
        for (String word : lists.getOrDefault(id, List.of())) {
            rest = rest.replace(word, "");
        }
        return rest;
    }

    private static String plain(String text) {
        return ReferenceOxygen.plain(text);
    }
}
