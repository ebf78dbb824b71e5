package org.lantian.engine.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.rule.Verdict.Evidence;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** A rule ready to judge one enterprise or row. */
final class CompiledRule {

    private static final String NO_PROBLEM = "未发现问题";
    private static final String UNVERIFIED = "（待核对原文）";

    private final DiagnosisRule rule;
    private final String version;
    private final Optional<Expression> when;
    private final Expression finding;
    private final List<Field> inputs;
    private final Set<Field> named;
    private final Set<DerivedFact> derived = new LinkedHashSet<>();
    private boolean classifies;

    CompiledRule(DiagnosisRule rule, String version, Optional<Expression> when, Expression finding, Set<Field> visible,
            List<Field> inputs) {
        this.rule = rule;
        this.version = version;
        this.when = when;
        this.finding = finding;
        this.inputs = inputs;
        this.named = new LinkedHashSet<>();
        Stream.concat(when.stream(), Stream.of(finding)).flatMap(expression -> expression.variables().stream())
                .forEach(variable -> {
                    visible.stream().filter(field -> variable.equals(field.variable())
                            || variable.equals(HostFunctions.GIVEN_PREFIX + field.variable())).forEach(named::add);
                    classifies |= variable.equals(SourceCategories.VARIABLE);
                    DerivedFact.ofVariable(variable).ifPresent(derived::add);
                });
        named.addAll(inputs);
    }

    DiagnosisRule rule() {
        return rule;
    }

    Verdict.Origin origin(String subject) {
        return new Verdict.Origin(rule.id(), version, subject);
    }

    /** Judges one subject: {@code values} holds the enterprise's values and those of its row. */
    Verdict judge(String subject, Map<Field, FieldValue> values, EnterpriseFacts facts, Standards standards) {
        Bindings bindings = bindings(values, facts, standards);
        Trace trace = new Trace();
        return ScopedValue.where(Trace.CURRENT, trace).call(() -> judge(origin(subject), values, bindings, trace));
    }

    /** What is to be said where the enterprise has no row, so that no value of one is given or known. */
    Verdict judgeWithoutRows(FieldGroup group, EnterpriseFacts facts, Standards standards) {
        Bindings bindings = bindings(facts.values(), facts, standards);
        boolean never = when.isPresent() && ScopedValue.where(Trace.CURRENT, new Trace())
                .call(() -> when.get().evaluate(bindings).truth() == Truth.FALSE);
        return never ? new Verdict.NotApplicable(origin("")) : MissingData.unknown(origin(""), group);
    }

    private Bindings bindings(Map<Field, FieldValue> values, EnterpriseFacts facts, Standards standards) {
        Bindings bindings = Bindings.of(named, values);
        derived.forEach(fact -> bindings.bind(fact.variable(), fact.of(facts, standards)));
        if (classifies) {
            standards.sources().find(values, facts).ifPresent(category -> bindings.bind(SourceCategories.VARIABLE, category));
        }
        return bindings;
    }

    private Verdict judge(Verdict.Origin origin, Map<Field, FieldValue> values, Bindings bindings, Trace trace) {
        if (when.isPresent()) {
            Expression.Outcome applies = when.get().evaluate(bindings);
            if (applies.truth() == Truth.FALSE) {
                return new Verdict.NotApplicable(origin);
            }
            if (applies.truth() == Truth.UNKNOWN) {
                return MissingData.unknown(origin, applies);
            }
        }
        List<Field> absent = inputs.stream()
                .filter(field -> Bindings.absent(field, values.getOrDefault(field, new FieldValue.Absent()))).toList();
        if (!absent.isEmpty()) {
            return MissingData.unknown(origin, absent);
        }
        Expression.Outcome outcome = finding.evaluate(bindings);
        return switch (outcome.truth()) {
            case TRUE -> finding(origin, values, bindings, trace);
            case FALSE -> new Verdict.Clear(origin, judgesAnnualMean() ? Verdict.Clear.MEAN_BELOW_LIMIT : NO_PROBLEM,
                    evidence(values, bindings, trace));
            case UNKNOWN -> MissingData.unknown(origin, outcome);
        };
    }

    private Verdict finding(Verdict.Origin origin, Map<Field, FieldValue> values, Bindings bindings, Trace trace) {
        boolean unverified = trace.limits().stream().anyMatch(limit -> !limit.verified());
        Severity severity = unverified && rule.severity() == Severity.ERROR ? Severity.WARNING : rule.severity();
        String source = String.join("；", Stream.concat(Stream.of(rule.source()),
                trace.limits().stream().map(limit -> limit.source() + (limit.verified() ? "" : UNVERIFIED))).distinct().toList());
        return new Verdict.Finding(origin, rule.area(), rule.column(), severity,
                new TextTemplate(rule.text()).fill(values, trace), evidence(values, bindings, trace), source,
                trace.explanations(), rule.remedy().map(remedy -> new SuggestedTask(remedy.type(), remedy.aspect(),
                        new TextTemplate(remedy.task()).fill(values, trace), target(values, trace))));
    }

    /** The limit that the outlet itself is held to goes before that of its source category. */
    private Optional<SuggestedTask.Target> target(Map<Field, FieldValue> values, Trace trace) {
        return values.get(Field.OUTLET_NUMBER) instanceof FieldValue.Text(String number)
                ? ownLimit(number, values).or(() -> trace.limits().stream().findFirst().map(limit -> new SuggestedTask.Target(number, limit.pollutant(),
                        limit.value(), TextTemplate.demand(limit))))
                : Optional.empty();
    }

    private Optional<SuggestedTask.Target> ownLimit(String outlet, Map<Field, FieldValue> values) {
        return ConcentrationFields.OUTLET_LIMIT.byPollutant().entrySet().stream()
                .filter(one -> finding.variables().contains(one.getValue().variable()))
                .flatMap(one -> FieldValue.number(values, one.getValue()).map(limit -> new SuggestedTask.Target(outlet,
                        one.getKey(), limit, "≤" + Decimals.print(limit))).stream()).findFirst();
    }

    /** The catalogue's concentrations are annual means, limits are hourly. */
    private boolean judgesAnnualMean() {
        return finding.variables().stream().anyMatch(variable -> variable.contains("_concentration_"));
    }

    private List<Evidence> evidence(Map<Field, FieldValue> values, Bindings bindings, Trace trace) {
        List<Evidence> evidence = new ArrayList<>();
        named.forEach(field -> evidence.add(new Evidence(field.id(), field.meaning(),
                values.getOrDefault(field, new FieldValue.Absent()).print())));
        derived.forEach(fact -> evidence.add(new Evidence(fact.variable(), fact.label(),
                switch (bindings.known().get(fact.variable())) {
                    case Boolean truth when truth -> "是";
                    case Boolean _ -> "否";
                    case null, default -> "未知";
                })));
        trace.explanations().forEach(explanation -> evidence.add(new Evidence("explanation." + explanation.id(),
                explanation.title(), explanation.result().print())));
        trace.limits().forEach(limit -> evidence.add(new Evidence("limit." + limit.id(),
                limit.sourceCategory() + limit.pollutant().term() + "限值",
                (limit.below() ? "低于" : "") + Decimals.print(limit.value()) + "毫克/立方米（" + limit.source() + "）")));
        return evidence;
    }
}
