package org.lantian.engine.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.cel.bundle.Cel;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;

import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** Compiles rules, one CEL environment a subject, and collects every problem of every rule. */
final class RuleCompiler {

    private static final Set<FieldGroup> OF_EVERY_SUBJECT = Set.of(FieldGroup.CLUSTER, FieldGroup.ENTERPRISE,
            FieldGroup.TRANSPORT);

    /** Rules that compiled, with the lists that there were. */
    private static final Map<DiagnosisRule, Set<String>> KNOWN = Remembered.map();

    private final Standards standards;
    private final HostFunctions functions;
    private final Map<Subject, Cel> languages = new EnumMap<>(Subject.class);
    private final List<String> problems = new ArrayList<>();

    RuleCompiler(Standards standards) {
        this.standards = standards;
        this.functions = new HostFunctions(standards);
        problems.addAll(standards.problems());
    }

    /** Compiles what is not known to be right. */
    void check(List<DiagnosisRule> rules, Set<String> lists) {
        List<DiagnosisRule> unknown = rules.stream()
                .filter(rule -> !Optional.ofNullable(KNOWN.get(rule)).map(lists::containsAll).orElse(false)).toList();
        unique(rules);
        unknown.forEach(this::compile);
        refuseProblems();
        unknown.forEach(rule -> KNOWN.put(rule, lists));
    }

    List<CompiledRule> compile(List<DiagnosisRule> rules) {
        unique(rules);
        List<CompiledRule> compiled = rules.stream().map(this::compile).flatMap(Optional::stream).toList();
        refuseProblems();
        return compiled;
    }

    private void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new RuleCompilationException(problems);
        }
    }

    private void unique(List<DiagnosisRule> rules) {
        rules.stream().collect(Collectors.groupingBy(DiagnosisRule::id, Collectors.counting())).forEach((id, count) -> {
            if (count > 1) {
                problems.add("规则 " + id + " 重复");
            }
        });
    }

    private Optional<CompiledRule> compile(DiagnosisRule rule) {
        Set<Field> visible = visibleTo(rule.subject());
        String name = "规则 " + rule.id();
        new TextTemplate(rule.text()).problems(visible).forEach(problem -> problems.add(name + " 的 text：" + problem));
        rule.remedy().ifPresent(remedy -> new TextTemplate(remedy.task()).problems(visible)
                .forEach(problem -> problems.add(name + " 的 remedy：" + problem)));
        List<Field> inputs = inputs(rule, visible);
        Optional<Expression> when = rule.when().isBlank() ? Optional.empty()
                : expression(rule, name + " 的 when", rule.when());
        Optional<Expression> finding = expression(rule, name + " 的 finding", rule.finding());
        return finding.map(expression -> new CompiledRule(rule, version(rule), when, expression, visible, inputs));
    }

    private List<Field> inputs(DiagnosisRule rule, Set<Field> visible) {
        List<Field> inputs = new ArrayList<>();
        for (String id : rule.inputs()) {
            Field.ofId(id).filter(visible::contains).ifPresentOrElse(inputs::add,
                    () -> problems.add("规则 " + rule.id() + " 的 inputs：" + id + " 不是可见字段"));
        }
        return inputs;
    }

    private Optional<Expression> expression(DiagnosisRule rule, String place, String text) {
        try {
            Expression expression = Expression.compile(languages.computeIfAbsent(rule.subject(), this::language),
                    variables(rule.subject()).keySet(), place, text, new LiteralChecks(standards::hasList));
            expression.variables().stream().map(DerivedFact::ofVariable).flatMap(Optional::stream)
                    .forEach(fact -> fact.lists().stream().filter(list -> !standards.hasList(list)).forEach(
                            list -> problems.add(place + "：" + fact.variable() + " 需要工艺清单 " + list)));
            return Optional.of(expression);
        } catch (RuleCompilationException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Cel language(Subject subject) {
        return RuleLanguage.over(variables(subject), functions);
    }

    private static Map<String, CelType> variables(Subject subject) {
        Map<String, CelType> variables = new HashMap<>();
        visibleTo(subject).forEach(field -> {
            variables.put(field.variable(), RuleLanguage.typeOf(field));
            variables.put(HostFunctions.GIVEN_PREFIX + field.variable(), SimpleType.BOOL);
        });
        if (subject == Subject.TREATMENT) {
            variables.put(SourceCategories.VARIABLE, SimpleType.STRING);
        }
        for (DerivedFact fact : DerivedFact.values()) {
            variables.put(fact.variable(), SimpleType.BOOL);
        }
        return variables;
    }

    private static Set<Field> visibleTo(Subject subject) {
        FieldGroup group = SubjectKeys.groupOf(subject);
        return Arrays.stream(Field.values())
                .filter(field -> field.group() == group || OF_EVERY_SUBJECT.contains(field.group()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String version(DiagnosisRule rule) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(rule.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
