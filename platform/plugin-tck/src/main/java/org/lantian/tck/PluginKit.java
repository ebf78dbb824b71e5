package org.lantian.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.lantian.tck.PromiseResult.Outcome;

/**
 * The test kit. It loads the built zip in a host of its own, its classes trusted, together with its parents; the national
 * profile comes with the kit. Needs no database.
 *
 * <pre>{@code
 * KitReport report = PluginKit.usual().verify(Path.of("profile-hubei-1.0.0.zip"));
 * }</pre>
 */
public final class PluginKit {

    private static final String NATIONAL = "profile-national-1.0.0.zip";
    private static final Map<Promise, Function<CheckedPlugin, List<Fault>>> OF_CONTRIBUTION = new EnumMap<>(Promise.class);
    private static final Map<Promise, Function<CheckedPlugin, List<Fault>>> OF_PROFILE = new EnumMap<>(Promise.class);

    static {
        OF_CONTRIBUTION.put(Promise.IDS, IdCheck::faults);
        OF_CONTRIBUTION.put(Promise.UNITS, UnitCheck::faults);
        OF_CONTRIBUTION.put(Promise.SOURCES, SourceCheck::faults);
        OF_CONTRIBUTION.put(Promise.CROSSWALK, CrosswalkCheck::faults);
        OF_CONTRIBUTION.put(Promise.BANDS, BandCheck::faults);
        OF_CONTRIBUTION.put(Promise.NAMES, NameCheck::faults);
        OF_PROFILE.put(Promise.MAPPING, MappingCheck::faults);
        OF_PROFILE.put(Promise.TEMPLATES, TemplateCheck::faults);
        OF_PROFILE.put(Promise.GRAMMAR, GrammarCheck::faults);
        OF_PROFILE.put(Promise.RULES, RuleCheck::faults);
        OF_PROFILE.put(Promise.DETERMINISM, DeterminismCheck::faults);
    }

    private final List<Path> parents;
    private final Set<String> commonWords;

    private PluginKit(List<Path> parents, Set<String> commonWords) {
        this.parents = List.copyOf(parents);
        this.commonWords = Set.copyOf(commonWords);
    }

    /** The kit with the national profile as the only parent. */
    public static PluginKit usual() {
        return new PluginKit(List.of(), Set.of());
    }

    /** With zips of further parents; one that is not extended is left alone. */
    public PluginKit withParents(List<Path> zips) {
        List<Path> all = new ArrayList<>(parents);
        all.addAll(zips);
        return new PluginKit(all, commonWords);
    }

    /** With words that are no names although they look like one, for example 同心, a word and a county. */
    public PluginKit withCommonWords(Set<String> words) {
        Set<String> all = new TreeSet<>(commonWords);
        all.addAll(words);
        return new PluginKit(parents, all);
    }

    /** Checks every promise of one zip. */
    public KitReport verify(Path zip) {
        try {
            Path national = Files.createTempFile("lantian-national-", ".zip");
            try {
                copyNational(national);
                List<Path> all = new ArrayList<>(parents);
                all.add(national);
                return report(CheckedPlugin.load(zip, all, commonWords));
            } finally {
                Files.delete(national);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static KitReport report(CheckedPlugin plugin) {
        List<PromiseResult> results = new ArrayList<>();
        for (Promise promise : Promise.values()) {
            results.add(result(promise, plugin));
        }
        return new KitReport(plugin.zip(), plugin.status().sha256(), plugin.status().ref(),
                plugin.profile().map(profile -> profile.hash()), results);
    }

    private static PromiseResult result(Promise promise, CheckedPlugin plugin) {
        if (promise == Promise.ACCEPTED) {
            return of(promise, AcceptedCheck.faults(plugin));
        }
        boolean ready = OF_CONTRIBUTION.containsKey(promise) ? plugin.contribution().isPresent()
                : plugin.profile().isPresent();
        if (!ready) {
            return new PromiseResult(promise, Outcome.UNCHECKED, List.of());
        }
        return of(promise, OF_CONTRIBUTION.getOrDefault(promise, OF_PROFILE.get(promise)).apply(plugin));
    }

    private static PromiseResult of(Promise promise, List<Fault> faults) {
        return new PromiseResult(promise, faults.isEmpty() ? Outcome.KEPT : Outcome.BROKEN, faults);
    }

    private static void copyNational(Path target) throws IOException {
        try (InputStream in = PluginKit.class.getResourceAsStream(NATIONAL)) {
            if (in == null) {
                throw new IllegalStateException(NATIONAL + " is missing from the test kit");
            }
            Files.write(target, in.readAllBytes());
        }
    }
}
