package org.lantian.plugin;

import java.util.List;
import java.util.Optional;

import org.pf4j.ExtensionPoint;

import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.TableSpec;

/**
 * The one extension point. Every method has a default and only contributes data; the host calls it once, while the
 * profile is resolved, and what it returns becomes part of the immutable resolved value. No plugin code runs
 * afterwards. A plugin without any class gets an implementation that reads its {@code profile/*.yaml}.
 *
 * <p>Lists are merged onto the parent's by id: an entry with a known id replaces the parent's, a new one is appended,
 * an id in {@link #deletions()} is removed.
 */
public interface RegionalProfile extends ExtensionPoint {

    /** The profile's own description; empty where the plugin's {@code profile/profile.yaml} gives it. */
    default Optional<ProfileMetadata> metadata() {
        return Optional.empty();
    }

    /** Outline nodes; only the national profile contributes them. */
    default List<OutlineNode> outline() {
        return List.of();
    }

    /** Tables and supplement sheets. */
    default List<TableSpec> tables() {
        return List.of();
    }

    /** Diagnosis rules in CEL. */
    default List<DiagnosisRule> diagnosisRules() {
        return List.of();
    }

    /** Emission limits by source category and pollutant. */
    default List<EmissionLimit> limits() {
        return List.of();
    }

    /** Named lists of techniques that rules match against. */
    default List<TechniqueList> techniqueLists() {
        return List.of();
    }

    /** How the region's plans are written, for reading them in. */
    default ReadingGrammar grammar() {
        return ReadingGrammar.EMPTY;
    }

    /** Document template, class words, indicators, targets, task patterns, grades, calendar, limits and settings. */
    default RegionalRules region() {
        return RegionalRules.EMPTY;
    }

    /** Ids of inherited entries (table, column as {@code table/column}, rule, limit, list) to remove. */
    default List<String> deletions() {
        return List.of();
    }
}
