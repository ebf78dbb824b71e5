package org.lantian.engine.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.lantian.plugin.region.SourceCategoryWords;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** Compiled diagnosis rules of one profile. Immutable; safe for use by many threads. */
public final class DiagnosisEngine {

    private final List<CompiledRule> rules;
    private final Standards standards;

    private DiagnosisEngine(List<CompiledRule> rules, Standards standards) {
        this.rules = rules;
        this.standards = standards;
    }

    /**
     * Type-checks every rule.
     *
     * @throws RuleCompilationException with all problems of all rules, limits and lists
     */
    public static DiagnosisEngine compile(List<DiagnosisRule> rules, List<EmissionLimit> limits,
            List<TechniqueList> lists, List<SourceCategoryWords> sources) {
        Standards standards = new Standards(limits, lists, sources);
        return new DiagnosisEngine(new RuleCompiler(standards).compile(rules), standards);
    }

    /**
     * Type-checks every rule that was not found right before: what compiles with some lists compiles with more.
     *
     * @throws RuleCompilationException with all problems of all rules, limits and lists
     */
    public static void check(List<DiagnosisRule> rules, List<EmissionLimit> limits, List<TechniqueList> lists,
            List<SourceCategoryWords> sources) {
        new RuleCompiler(new Standards(limits, lists, sources)).check(rules,
                lists.stream().map(TechniqueList::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** Ids of the rules in their order. */
    public List<String> ruleIds() {
        return rules.stream().map(rule -> rule.rule().id()).toList();
    }

    /**
     * Every rule on every subject of the enterprise, in the order of the rules, then of the rows. A rule about rows of
     * which the enterprise has none gives one UNKNOWN, or where it asks first whether a value is given, one NOT_APPLICABLE.
     */
    public List<Verdict> diagnose(EnterpriseFacts facts) {
        return rules.stream().flatMap(rule -> diagnose(rule, facts)).toList();
    }

    private Stream<Verdict> diagnose(CompiledRule rule, EnterpriseFacts facts) {
        if (rule.rule().subject() == Subject.ENTERPRISE) {
            return Stream.of(rule.judge("", facts.values(), facts, standards));
        }
        FieldGroup group = SubjectKeys.groupOf(rule.rule().subject());
        List<Map<Field, FieldValue>> rows = facts.rowsOf(group);
        if (rows.isEmpty()) {
            return Stream.of(rule.asksWhatIsGiven() ? new Verdict.NotApplicable(rule.origin(""))
                    : MissingData.unknown(rule.origin(""), group));
        }
        List<String> keys = SubjectKeys.of(rows, group);
        return IntStream.range(0, rows.size()).mapToObj(index -> {
            Map<Field, FieldValue> values = new HashMap<>(facts.values());
            values.putAll(rows.get(index));
            return rule.judge(keys.get(index), values, facts, standards);
        });
    }
}
