package org.lantian.ledger.succession;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.lantian.ledger.Enterprise;
import org.lantian.ledger.NameStem;
import org.lantian.ledger.succession.Question.Likeness;

/** Finds enterprises that look like the same one, through keys, so that no two are compared for nothing. */
final class NearMatches {

    private static final int SHORTEST = 3;
    private static final int CREDIT_CODE = 18;

    private final Map<String, List<Enterprise>> byStem = new HashMap<>();
    private final Map<String, List<Enterprise>> byShortened = new HashMap<>();
    private final Map<String, Enterprise> byCode = new HashMap<>();

    NearMatches(Collection<Enterprise> enterprises) {
        for (Enterprise enterprise : enterprises) {
            String stem = NameStem.of(enterprise.nameKey());
            add(byStem, stem, enterprise);
            shortened(stem).forEach(key -> add(byShortened, key, enterprise));
            if (enterprise.creditCode() != null) {
                byCode.put(enterprise.creditCode(), enterprise);
            }
        }
    }

    /** All pairs that look alike, each once, the earlier enterprise first. */
    static List<Question> pairs(List<Enterprise> enterprises) {
        NearMatches matches = new NearMatches(enterprises);
        Map<Long, Enterprise> byId = new TreeMap<>();
        enterprises.forEach(enterprise -> byId.put(enterprise.requireId(), enterprise));
        List<Question> questions = new ArrayList<>();
        byId.values().forEach(enterprise -> matches.like(enterprise).forEach((other, likenesses) -> {
            if (enterprise.requireId() < other) {
                questions.add(new Question(enterprise, byId.get(other), likenesses));
            } else if (!matches.like(byId.get(other)).containsKey(enterprise.requireId())) {
                questions.add(new Question(byId.get(other), enterprise, likenesses));
            }
        }));
        return questions;
    }

    /** Those that look like the enterprise, which need not be among them. */
    Map<Long, Set<Likeness>> like(Enterprise enterprise) {
        Map<Likeness, List<Enterprise>> found = new EnumMap<>(Likeness.class);
        String stem = NameStem.of(enterprise.nameKey());
        found.put(Likeness.SAME_STEM, byStem.getOrDefault(stem, List.of()));
        found.put(Likeness.ONE_CHARACTER, oneCharacter(stem));
        found.put(Likeness.LONGER, shorter(stem));
        if (enterprise.permitNumber() != null && enterprise.permitNumber().length() > CREDIT_CODE) {
            Enterprise holder = byCode.get(enterprise.permitNumber().substring(0, CREDIT_CODE));
            found.put(Likeness.PERMIT, holder == null ? List.of() : List.of(holder));
        }
        Map<Long, Set<Likeness>> likenesses = new LinkedHashMap<>();
        found.forEach((likeness, others) -> others.stream().map(Enterprise::requireId)
                .filter(other -> !other.equals(enterprise.id())).forEach(other -> likenesses
                        .computeIfAbsent(other, key -> EnumSet.noneOf(Likeness.class)).add(likeness)));
        return likenesses;
    }

    /** One character more, less or another one: the two have a shortened form in common. */
    private List<Enterprise> oneCharacter(String stem) {
        Set<Enterprise> found = new HashSet<>(byShortened.getOrDefault(stem, List.of()));
        shortened(stem).forEach(key -> {
            found.addAll(byStem.getOrDefault(key, List.of()));
            byShortened.getOrDefault(key, List.of()).stream()
                    .filter(other -> differsInOnePlace(stem, NameStem.of(other.nameKey()))).forEach(found::add);
        });
        return List.copyOf(found);
    }

    private static boolean differsInOnePlace(String one, String other) {
        int differences = 0;
        for (int i = 0; i < one.length() && one.length() == other.length(); i++) {
            differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differences == 1;
    }

    /** Enterprises whose whole name is the end of this one. */
    private List<Enterprise> shorter(String stem) {
        List<Enterprise> found = new ArrayList<>();
        for (int start = 2; stem.length() - start >= SHORTEST; start++) {
            found.addAll(byStem.getOrDefault(stem.substring(start), List.of()));
        }
        return found;
    }

    /** The name without one of its characters; names that are too short to tell have none. */
    private static Set<String> shortened(String stem) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < stem.length() && stem.length() > SHORTEST; i++) {
            keys.add(stem.substring(0, i) + stem.substring(i + 1));
        }
        return keys;
    }

    private static void add(Map<String, List<Enterprise>> map, String key, Enterprise enterprise) {
        if (!key.isEmpty()) {
            map.computeIfAbsent(key, fresh -> new ArrayList<>()).add(enterprise);
        }
    }
}
