package org.lantian.engine.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lantian.engine.yaml.YamlNode;
import org.lantian.plugin.region.Consequence;
import org.lantian.plugin.region.EmergencyLevel;
import org.lantian.plugin.region.GradeScheme;
import org.lantian.plugin.region.IndicatorSpec;
import org.lantian.plugin.region.LetterTemplate;
import org.lantian.plugin.region.RegionalLimit;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.region.RegisterSpec;
import org.lantian.plugin.region.ReportingDuty;
import org.lantian.plugin.region.ReportingDuty.HolidayShift;
import org.lantian.plugin.region.Retention;
import org.lantian.plugin.region.Setting;
import org.lantian.plugin.region.SourceCategoryWords;
import org.lantian.plugin.region.TargetRule;
import org.lantian.plugin.region.TargetSet;
import org.lantian.plugin.region.TaskPattern;
import org.lantian.plugin.region.TemplateSection;
import org.lantian.plugin.region.UnitGroupWord;
import org.lantian.plugin.region.Vocabulary;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * The regional files: {@code template.yaml}, {@code vocabulary.yaml}, {@code targets.yaml}, {@code tasks.yaml},
 * {@code grades.yaml}, {@code calendar.yaml} and {@code settings.yaml}.
 */
final class RegionYaml {

    private RegionYaml() {
    }

    /** {@code template.yaml}. */
    static RegionalRules template(YamlNode root) {
        return new RegionalRules(sections(root), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** {@code vocabulary.yaml}. */
    static RegionalRules words(YamlNode root) {
        return new RegionalRules(List.of(), vocabularies(root), unitGroups(root), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    /** {@code targets.yaml}. */
    static RegionalRules targets(YamlNode root) {
        return new RegionalRules(List.of(), List.of(), List.of(), indicators(root), targetRules(root),
                targetSets(root), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    /** {@code tasks.yaml}. */
    static RegionalRules tasks(YamlNode root) {
        return new RegionalRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), taskPatterns(root),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** {@code grades.yaml}. */
    static RegionalRules grades(YamlNode root) {
        return new RegionalRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                gradeSchemes(root), List.of(), List.of(), emergencyLevels(root), List.of(), List.of(),
                List.of(), List.of());
    }

    /** {@code calendar.yaml}. */
    static RegionalRules calendar(YamlNode root) {
        return new RegionalRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), duties(root), consequences(root), List.of(), List.of(), List.of(), letters(root),
                List.of());
    }

    /** {@code settings.yaml}. */
    static RegionalRules figures(YamlNode root) {
        return new RegionalRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), limits(root), retentions(root), List.of(),
                settings(root));
    }

    /** {@code sources.yaml}. */
    static RegionalRules sources(YamlNode root) {
        return RegionalRules.ofSourceCategories(root.list("categories", one -> new SourceCategoryWords(
                one.requireText("id"), one.requireText("sourceCategory"), one.texts("processes"), one.texts("industries"),
                one.texts("fuels"), one.requireText("source"))));
    }

    /** {@code registers.yaml}. */
    static RegionalRules registers(YamlNode root) {
        return RegionalRules.ofRegisters(root.list("registers", one -> new RegisterSpec(one.requireText("id"),
                one.requireText("name"), one.findText("description").orElse(""),
                one.find("condition", RegionYaml::condition), atLeast(one), one.requireText("source"))));
    }

    private static RegisterSpec.Condition condition(YamlNode node) {
        return new RegisterSpec.Condition(node.requireChoice("subject", Subject.class), node.requireText("holds"),
                node.requireText("reason"), node.texts("inputs"));
    }

    private static Map<Pollutant, BigDecimal> atLeast(YamlNode register) {
        return register.list("atLeast", one -> Map.entry(one.requireChoice("pollutant", Pollutant.class, Pollutant::term),
                one.requireDecimal("tonnes"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, BigDecimal::min));
    }

    private static List<TemplateSection> sections(YamlNode root) {
        return root.list("sections", section -> new TemplateSection(section.requireText("id"), section.findText("parent"),
                section.requireText("heading"), section.requireChoice("numbering", TemplateSection.Numbering.class),
                section.findText("node"), section.findText("supplement").orElse(""),
                section.requireChoice("content", TemplateSection.Content.class),
                section.findChoice("roles", TemplateSection.RoleStyle.class).orElse(TemplateSection.RoleStyle.NONE)));
    }

    private static List<Vocabulary> vocabularies(YamlNode root) {
        return root.list("vocabularies", one -> new Vocabulary(one.requireText("id"), one.requireText("title"),
                one.requireText("phrase"), one.list("terms", term -> new Vocabulary.Term(term.requireText("word"),
                        term.requireChoice("type", UpgradeType.class, UpgradeType::term),
                        term.findFlag("preferred").orElse(true))),
                one.requireText("source")));
    }

    private static List<UnitGroupWord> unitGroups(YamlNode root) {
        return root.list("unitGroups", group -> new UnitGroupWord(group.requireText("id"), group.texts("words"),
                group.requireText("meaning")));
    }

    private static List<IndicatorSpec> indicators(YamlNode root) {
        return root.list("indicators", one -> new IndicatorSpec(one.requireText("id"), one.requireText("name"),
                one.requireText("unit"), one.requireChoice("direction", IndicatorSpec.Direction.class),
                one.requireText("period"), one.requireText("source")));
    }

    private static List<TargetRule> targetRules(YamlNode root) {
        return root.list("rules", rule -> new TargetRule(rule.requireText("id"), rule.requireText("indicator"),
                rule.requireChoice("change", TargetRule.Change.class), rule.list("bands", RegionYaml::band),
                rule.requireChoice("rounding", TargetRule.Rounding.class), rule.findInteger("scale").orElse(0),
                rule.requireText("source")));
    }

    private static TargetRule.Band band(YamlNode band) {
        Optional<BigDecimal> above = band.findDecimal("above");
        Optional<BigDecimal> from = band.findDecimal("from");
        Optional<BigDecimal> below = band.findDecimal("below");
        Optional<BigDecimal> to = band.findDecimal("to");
        if (above.isPresent() && from.isPresent() || below.isPresent() && to.isPresent()) {
            band.problem("change", "一档的下限只能写above（不含）或from（含），上限只能写below（不含）或to（含）。");
        }
        return new TargetRule.Band(above.or(() -> from), from.isPresent(), below.or(() -> to), to.isPresent(),
                band.requireDecimal("change"));
    }

    private static List<TargetSet> targetSets(YamlNode root) {
        return root.list("sets", set -> new TargetSet(set.requireText("id"), set.requireText("title"),
                set.requireText("scope"), set.texts("indicators"), set.texts("columns"),
                set.findFlag("pointsToParent").orElse(false), set.requireText("source")));
    }

    private static List<TaskPattern> taskPatterns(YamlNode root) {
        return root.list("patterns", task -> new TaskPattern(task.requireText("id"), task.requireText("section"),
                task.requireText("title"), task.requireText("text"), task.texts("parameters"), task.requireText("source")));
    }

    private static List<GradeScheme> gradeSchemes(YamlNode root) {
        return root.list("schemes", scheme -> new GradeScheme(scheme.requireText("id"), scheme.requireText("title"),
                scheme.requireParsed("from", LocalDate::parse), scheme.findParsed("until", LocalDate::parse),
                scheme.texts("grades"), scheme.list("demands", demand -> new GradeScheme.Demand(
                        demand.requireText("condition"), demand.requireText("grade"), demand.requireText("text"))),
                scheme.requireText("source")));
    }

    private static List<EmergencyLevel> emergencyLevels(YamlNode root) {
        return root.list("emergencyLevels", level -> new EmergencyLevel(level.requireText("id"),
                level.requireText("level"), level.requireText("warning"), level.requireDecimal("percent"),
                level.requireText("source")));
    }

    private static List<ReportingDuty> duties(YamlNode root) {
        return root.list("duties", duty -> new ReportingDuty(duty.requireText("id"), duty.requireText("title"),
                duty.requireChoice("every", ReportingDuty.Every.class), duty.findInteger("day"),
                duty.findText("time").orElse(""), duty.find("holidayShift", RegionYaml::shift).orElse(HolidayShift.NONE),
                duty.requireText("reporter"), duty.requireText("receiver"), duty.requireText("source")));
    }

    private static HolidayShift shift(YamlNode node) {
        return new HolidayShift(node.requireInteger("days"), node.requireChoice("mode", HolidayShift.Mode.class));
    }

    private static List<Consequence> consequences(YamlNode root) {
        return root.list("consequences", one -> new Consequence(one.requireText("id"), one.requireText("trigger"),
                one.requireText("action"), one.findText("letter").orElse(""), one.requireText("source")));
    }

    private static List<LetterTemplate> letters(YamlNode root) {
        return root.list("letters", letter -> new LetterTemplate(letter.requireText("id"), letter.requireText("title"),
                letter.requireText("text"), letter.requireText("source")));
    }

    private static List<RegionalLimit> limits(YamlNode root) {
        return root.list("limits", limit -> new RegionalLimit(limit.requireText("id"), limit.requireText("subject"),
                limit.requireChoice("relation", RegionalLimit.Relation.class), limit.requireDecimal("value"),
                limit.requireText("unit"), limit.requireText("source")));
    }

    private static List<Retention> retentions(YamlNode root) {
        return root.list("retentions", one -> new Retention(one.requireText("id"), one.requireText("data"),
                one.requireInteger("years"), one.requireText("source")));
    }

    private static List<Setting> settings(YamlNode root) {
        return root.list("settings", setting -> new Setting(setting.requireText("id"), setting.requireText("title"),
                setting.requireText("value"), setting.texts("allowed")));
    }
}
