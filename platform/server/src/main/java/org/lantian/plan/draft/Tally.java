package org.lantian.plan.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Things grouped by a word, the largest group first, ties in the order of their first appearance. */
final class Tally<T> {

    private final List<Group<T>> groups;

    /** One word with its members. */
    record Group<T>(String word, List<T> members) {
        int size() {
            return members.size();
        }
    }

    private Tally(List<Group<T>> groups) {
        this.groups = groups;
    }

    static <T> Tally<T> of(Stream<T> things, Function<T, String> word) {
        Map<String, List<T>> found = new LinkedHashMap<>();
        things.forEach(thing -> found.computeIfAbsent(word.apply(thing), ignored -> new ArrayList<>()).add(thing));
        List<Group<T>> groups = new ArrayList<>();
        found.forEach((key, members) -> groups.add(new Group<>(key, List.copyOf(members))));
        groups.sort(Comparator.comparingInt((Group<T> group) -> group.size()).reversed());
        return new Tally<>(groups);
    }

    List<Group<T>> groups() {
        return groups;
    }

    /** The first groups; at most {@code limit}. */
    List<Group<T>> largest(int limit) {
        return groups.subList(0, Math.min(limit, groups.size()));
    }

    /** The groups after {@link #largest}. */
    List<Group<T>> rest(int limit) {
        return groups.subList(Math.min(limit, groups.size()), groups.size());
    }

    /** Adds 甲x家、乙y家 to a sentence, with a count each; one group too many is still named. */
    void list(Sentence sentence, String title, String unit, int most, String others) {
        int limit = groups.size() == most + 1 ? groups.size() : most;
        String comma = "";
        for (Group<T> group : largest(limit)) {
            sentence.say(comma + group.word() + (group.word().matches(".*[A-Za-z0-9]") ? "的" : "")).count(title + "：" + group.word(), group.size(), unit);
            comma = "、";
        }
        int left = rest(limit).stream().mapToInt(Group::size).sum();
        if (left > 0) {
            sentence.say(comma + others).count(title + "：" + others, left, unit);
        }
    }
}
