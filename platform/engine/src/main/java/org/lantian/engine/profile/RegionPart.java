package org.lantian.engine.profile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.lantian.plugin.region.Consequence;
import org.lantian.plugin.region.EmergencyLevel;
import org.lantian.plugin.region.GradeScheme;
import org.lantian.plugin.region.Identified;
import org.lantian.plugin.region.IndicatorSpec;
import org.lantian.plugin.region.LetterTemplate;
import org.lantian.plugin.region.RegionalLimit;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.region.RegisterSpec;
import org.lantian.plugin.region.ReportingDuty;
import org.lantian.plugin.region.Retention;
import org.lantian.plugin.region.SourceCategoryWords;
import org.lantian.plugin.region.TargetRule;
import org.lantian.plugin.region.TargetSet;
import org.lantian.plugin.region.TaskPattern;
import org.lantian.plugin.region.Vocabulary;

/**
 * One of the lists that a profile's regional rules consist of.
 *
 * @param key name of the list in the JSON of a resolved profile
 * @param kind what an entry is, in Chinese, for example 地方限值
 * @param sourceOf where an entry comes from; empty for lists that state no rule
 */
public record RegionPart<T extends Identified>(String key, String kind, Function<RegionalRules, List<T>> entriesOf,
        Optional<Function<T, String>> sourceOf) {

    /** All of them, in the order in which they are told. */
    public static final List<RegionPart<?>> ALL = List.of(plain("sections", "章节", RegionalRules::sections),
            sourced("vocabularies", "词汇", RegionalRules::vocabularies, Vocabulary::source),
            plain("unitGroups", "单位组", RegionalRules::unitGroups),
            sourced("indicators", "指标", RegionalRules::indicators, IndicatorSpec::source),
            sourced("targetRules", "目标规则", RegionalRules::targetRules, TargetRule::source),
            sourced("targetSets", "目标表", RegionalRules::targetSets, TargetSet::source),
            sourced("taskPatterns", "任务", RegionalRules::taskPatterns, TaskPattern::source),
            sourced("gradeSchemes", "分级", RegionalRules::gradeSchemes, GradeScheme::source),
            sourced("duties", "报送", RegionalRules::duties, ReportingDuty::source),
            sourced("consequences", "措施", RegionalRules::consequences, Consequence::source),
            sourced("emergencyLevels", "应急等级", RegionalRules::emergencyLevels, EmergencyLevel::source),
            sourced("limits", "地方限值", RegionalRules::limits, RegionalLimit::source),
            sourced("retentions", "保存期限", RegionalRules::retentions, Retention::source),
            sourced("letters", "文书", RegionalRules::letters, LetterTemplate::source),
            plain("settings", "设置", RegionalRules::settings),
            sourced("sourceCategories", "源类别归类", RegionalRules::sourceCategories, SourceCategoryWords::source),
            sourced("registers", "名录", RegionalRules::registers, RegisterSpec::source));

    /** An entry of a list. */
    public record Entry(String id, Optional<String> source) {
    }

    /** The entries of this list. */
    public List<Entry> entries(RegionalRules region) {
        return entriesOf.apply(region).stream().map(one -> new Entry(one.id(), sourceOf.map(source -> source.apply(one)))).toList();
    }

    private static <T extends Identified> RegionPart<T> plain(String key, String kind, Function<RegionalRules, List<T>> entries) {
        return new RegionPart<>(key, kind, entries, Optional.empty());
    }

    private static <T extends Identified> RegionPart<T> sourced(String key, String kind, Function<RegionalRules, List<T>> entries,
            Function<T, String> source) {
        return new RegionPart<>(key, kind, entries, Optional.of(source));
    }
}
