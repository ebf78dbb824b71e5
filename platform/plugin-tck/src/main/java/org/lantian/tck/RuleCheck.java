package org.lantian.tck;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.DiagnosisEngine;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.RegisterRules;
import org.lantian.engine.rule.Verdict;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.rule.DiagnosisRule;

/**
 * Runs every rule on enterprises of which nothing, little, everything or the extreme is known. The language itself bounds
 * each evaluation, so that a rule that would not end is reported as one that cannot be carried out.
 */
final class RuleCheck {

    private static final String FAILED = "规则未能执行：";

    private RuleCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        Set<String> own = new LinkedHashSet<>(rules(plugin.requireContribution().diagnosisRules(),
                plugin.requireContribution().region()).stream().map(DiagnosisRule::id).toList());
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Verdict verdict : plugin.verdicts()) {
            String rule = verdict.origin().rule();
            if (verdict instanceof Verdict.Unknown unknown && unknown.text().startsWith(FAILED) && own.contains(rule)
                    && seen.add(rule)) {
                faults.add(new Fault(Promise.RULES, "诊断规则“" + rule + "”",
                        "不能得出结论：" + unknown.text().substring(FAILED.length()) + "。",
                        "去掉过深的all/exists嵌套和除零、取键等会出错的写法，改用listed、limit、isNone等函数。"));
            }
        }
        return faults;
    }

    /** Diagnosis rules, and conditions of registers as rules. */
    private static List<DiagnosisRule> rules(List<DiagnosisRule> diagnosis, RegionalRules region) {
        return Stream.concat(diagnosis.stream(), region.registers().stream()
                .flatMap(register -> RegisterRules.ruleOf(register).stream())).toList();
    }

    /** The verdicts of all rules on all sample enterprises. */
    static List<Verdict> verdicts(ResolvedProfile profile) {
        DiagnosisEngine engine = DiagnosisEngine.compile(rules(profile.diagnosisRules(), profile.region()), profile.limits(), profile.techniqueLists(),
                profile.region().sourceCategories());
        List<Verdict> verdicts = new ArrayList<>();
        for (EnterpriseFacts facts : SampleEnterprises.of(profile)) {
            verdicts.addAll(engine.diagnose(facts));
        }
        return verdicts;
    }
}
