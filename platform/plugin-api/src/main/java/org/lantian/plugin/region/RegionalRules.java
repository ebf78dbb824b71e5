package org.lantian.plugin.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that a profile says of its region besides outline, tables, diagnosis and reading.
 *
 * @param sections document template, in print order, each before its sub-sections
 * @param vocabularies class words with their crosswalk to the four upgrade types
 * @param unitGroups words for groups of units
 * @param indicators indicators
 * @param targetRules rules that set a target from a base value
 * @param targetSets shapes of target tables
 * @param taskPatterns patterns of tasks
 * @param gradeSchemes performance grades by date
 * @param duties reporting calendar
 * @param consequences ranking and consequence ladder, mildest first
 * @param emergencyLevels reductions at emergency levels
 * @param limits figures that a plan of the region is held to
 * @param retentions how long data are kept
 * @param letters letter and report templates
 * @param settings what a tenant may change
 * @param sourceCategories words by which the source category of a process is known
 * @param registers registers that the region's documents found
 */
public record RegionalRules(List<TemplateSection> sections, List<Vocabulary> vocabularies, List<UnitGroupWord> unitGroups,
        List<IndicatorSpec> indicators, List<TargetRule> targetRules, List<TargetSet> targetSets,
        List<TaskPattern> taskPatterns, List<GradeScheme> gradeSchemes, List<ReportingDuty> duties,
        List<Consequence> consequences, List<EmergencyLevel> emergencyLevels, List<RegionalLimit> limits,
        List<Retention> retentions, List<LetterTemplate> letters, List<Setting> settings,
        List<SourceCategoryWords> sourceCategories, List<RegisterSpec> registers) {

    public static final RegionalRules EMPTY = new RegionalRules(List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public RegionalRules {
        sections = List.copyOf(sections);
        vocabularies = List.copyOf(vocabularies);
        unitGroups = List.copyOf(unitGroups);
        indicators = List.copyOf(indicators);
        targetRules = List.copyOf(targetRules);
        targetSets = List.copyOf(targetSets);
        taskPatterns = List.copyOf(taskPatterns);
        gradeSchemes = List.copyOf(gradeSchemes);
        duties = List.copyOf(duties);
        consequences = List.copyOf(consequences);
        emergencyLevels = List.copyOf(emergencyLevels);
        limits = List.copyOf(limits);
        retentions = List.copyOf(retentions);
        letters = List.copyOf(letters);
        settings = List.copyOf(settings);
        sourceCategories = List.copyOf(sourceCategories);
        registers = List.copyOf(registers);
    }

    /** Without source categories and registers. */
    public RegionalRules(List<TemplateSection> sections, List<Vocabulary> vocabularies, List<UnitGroupWord> unitGroups,
            List<IndicatorSpec> indicators, List<TargetRule> targetRules, List<TargetSet> targetSets,
            List<TaskPattern> taskPatterns, List<GradeScheme> gradeSchemes, List<ReportingDuty> duties,
            List<Consequence> consequences, List<EmergencyLevel> emergencyLevels, List<RegionalLimit> limits,
            List<Retention> retentions, List<LetterTemplate> letters, List<Setting> settings) {
        this(sections, vocabularies, unitGroups, indicators, targetRules, targetSets, taskPatterns, gradeSchemes, duties,
                consequences, emergencyLevels, limits, retentions, letters, settings, List.of(), List.of());
    }

    /** Nothing but source categories. */
    public static RegionalRules ofSourceCategories(List<SourceCategoryWords> sourceCategories) {
        return new RegionalRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), sourceCategories, List.of());
    }

    /** Nothing but registers. */
    public static RegionalRules ofRegisters(List<RegisterSpec> registers) {
        return new RegionalRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), registers);
    }

    /** These entries laid over the parent's: a known id replaces at its place, a new one is appended. */
    public RegionalRules over(RegionalRules parent) {
        return new RegionalRules(lay(parent.sections, sections), lay(parent.vocabularies, vocabularies),
                lay(parent.unitGroups, unitGroups), lay(parent.indicators, indicators),
                lay(parent.targetRules, targetRules), lay(parent.targetSets, targetSets),
                lay(parent.taskPatterns, taskPatterns), lay(parent.gradeSchemes, gradeSchemes), lay(parent.duties, duties),
                lay(parent.consequences, consequences), lay(parent.emergencyLevels, emergencyLevels),
                lay(parent.limits, limits), lay(parent.retentions, retentions), lay(parent.letters, letters),
                lay(parent.settings, settings), lay(parent.sourceCategories, sourceCategories),
                lay(parent.registers, registers));
    }

    /** These entries followed by others of the same plugin; an id in both is later reported as a duplicate. */
    public RegionalRules plus(RegionalRules other) {
        return new RegionalRules(concat(sections, other.sections), concat(vocabularies, other.vocabularies),
                concat(unitGroups, other.unitGroups), concat(indicators, other.indicators), concat(targetRules,
                other.targetRules), concat(targetSets, other.targetSets), concat(taskPatterns,
                other.taskPatterns), concat(gradeSchemes, other.gradeSchemes), concat(duties, other.duties),
                concat(consequences, other.consequences), concat(emergencyLevels, other.emergencyLevels),
                concat(limits, other.limits), concat(retentions, other.retentions), concat(letters,
                other.letters), concat(settings, other.settings),
                concat(sourceCategories, other.sourceCategories), concat(registers, other.registers));
    }

    /** These entries without those of the ids. */
    public RegionalRules without(Set<String> ids) {
        return new RegionalRules(drop(sections, ids), drop(vocabularies, ids), drop(unitGroups, ids),
                drop(indicators, ids), drop(targetRules, ids), drop(targetSets, ids), drop(taskPatterns, ids),
                drop(gradeSchemes, ids), drop(duties, ids), drop(consequences, ids), drop(emergencyLevels, ids),
                drop(limits, ids), drop(retentions, ids), drop(letters, ids), drop(settings, ids),
                drop(sourceCategories, ids), drop(registers, ids));
    }

    /** Every entry, list by list. */
    public Stream<Identified> entries() {
        return Stream.<List<? extends Identified>>of(sections, vocabularies, unitGroups, indicators, targetRules,
                targetSets, taskPatterns, gradeSchemes, duties, consequences, emergencyLevels, limits, retentions,
                letters, settings, sourceCategories, registers).flatMap(List::stream);
    }

    private static <T extends Identified> List<T> lay(List<T> parent, List<T> own) {
        Map<String, T> entries = new LinkedHashMap<>();
        parent.forEach(entry -> entries.put(entry.id(), entry));
        own.forEach(entry -> entries.put(entry.id(), entry));
        return new ArrayList<>(entries.values());
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static <T extends Identified> List<T> drop(List<T> entries, Set<String> ids) {
        return entries.stream().filter(entry -> !ids.contains(entry.id())).toList();
    }
}
