package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.plugin.region.Consequence;
import org.lantian.plugin.region.EmergencyLevel;
import org.lantian.plugin.region.GradeScheme;
import org.lantian.plugin.region.Identified;
import org.lantian.plugin.region.IndicatorSpec;
import org.lantian.plugin.region.LetterTemplate;
import org.lantian.plugin.region.RegionalLimit;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.region.ReportingDuty;
import org.lantian.plugin.region.Retention;
import org.lantian.plugin.region.TargetRule;
import org.lantian.plugin.region.TargetSet;
import org.lantian.plugin.region.TaskPattern;
import org.lantian.plugin.region.Vocabulary;
import org.lantian.plugin.table.ColumnSpec;

/**
 * One entry of a contribution.
 *
 * @param kind what it is, in Chinese
 * @param key the key of its id: id, or code of an outline node
 * @param inner whether it is part of another entry (a column), whose ids may have capitals
 * @param source where it comes from; empty for entries that state no rule
 */
record Entry(String kind, String id, String key, boolean inner, Optional<String> source) {

    String place() {
        return kind + "“" + id + "”";
    }

    static List<Entry> of(ProfileContribution own) {
        List<Entry> entries = new ArrayList<>();
        own.outline().forEach(node -> entries.add(new Entry("大纲节点", node.code(), "code", false, Optional.empty())));
        own.tables().forEach(table -> {
            entries.add(new Entry("表格", table.id(), "id", true, Optional.empty()));
            table.columns().stream().flatMap(Entry::withDescendants).forEach(column -> entries
                    .add(new Entry("表格“" + table.id() + "”的列", column.id(), "id", true, Optional.empty())));
        });
        own.diagnosisRules().forEach(rule -> entries.add(sourced("诊断规则", rule.id(), rule.source())));
        own.limits().forEach(limit -> entries.add(sourced("限值", limit.id(), limit.source())));
        own.techniqueLists().forEach(list -> entries.add(sourced("工艺清单", list.id(), list.source())));
        own.grammar().headings().forEach(one -> entries.add(plain("标题含义", one.id())));
        own.grammar().samples().forEach(one -> entries.add(plain("样例", one.id())));
        region(own.region(), entries);
        return entries;
    }

    private static void region(RegionalRules region, List<Entry> entries) {
        region.sections().forEach(one -> entries.add(plain("章节", one.id())));
        add(entries, "词汇", region.vocabularies(), Vocabulary::source);
        region.unitGroups().forEach(one -> entries.add(plain("单位组", one.id())));
        add(entries, "指标", region.indicators(), IndicatorSpec::source);
        add(entries, "目标规则", region.targetRules(), TargetRule::source);
        add(entries, "目标表", region.targetSets(), TargetSet::source);
        add(entries, "任务", region.taskPatterns(), TaskPattern::source);
        add(entries, "分级", region.gradeSchemes(), GradeScheme::source);
        add(entries, "报送", region.duties(), ReportingDuty::source);
        add(entries, "措施", region.consequences(), Consequence::source);
        add(entries, "应急等级", region.emergencyLevels(), EmergencyLevel::source);
        add(entries, "地方限值", region.limits(), RegionalLimit::source);
        add(entries, "保存期限", region.retentions(), Retention::source);
        add(entries, "文书", region.letters(), LetterTemplate::source);
        region.settings().forEach(one -> entries.add(plain("设置", one.id())));
    }

    private static <T extends Identified> void add(List<Entry> entries, String kind, List<T> list,
            Function<T, String> source) {
        list.forEach(one -> entries.add(sourced(kind, one.id(), source.apply(one))));
    }

    private static Entry plain(String kind, String id) {
        return new Entry(kind, id, "id", false, Optional.empty());
    }

    private static Entry sourced(String kind, String id, String source) {
        return new Entry(kind, id, "id", false, Optional.of(source));
    }

    private static Stream<ColumnSpec> withDescendants(ColumnSpec column) {
        return Stream.concat(Stream.of(column), column.children().stream().flatMap(Entry::withDescendants));
    }
}
