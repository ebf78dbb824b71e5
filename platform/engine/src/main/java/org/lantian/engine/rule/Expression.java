package org.lantian.engine.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;

/** A compiled boolean CEL text with the variables it names. */
record Expression(Program program, Set<String> variables) {

    /**
     * What an evaluation gave.
     *
     * @param unknown what an UNKNOWN waits for: attributes whose root is a variable or a host function's word
     * @param failure why the text could not be evaluated; blank normally
     */
    record Outcome(Truth truth, Set<CelAttribute> unknown, String failure) {
    }

    /** Compiles, or throws every problem as {@code place（line:column）：message}. */
    static Expression compile(Cel cel, Set<String> declared, String place, String text, LiteralChecks checks) {
        CelValidationResult result = cel.compile(text);
        if (result.hasError()) {
            throw new RuleCompilationException(result.getErrors().stream().map(issue -> print(place, issue)).toList());
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            List<String> problems = checks.problems(place, tree);
            if (!problems.isEmpty()) {
                throw new RuleCompilationException(problems);
            }
            return new Expression(cel.createProgram(tree), variablesOf(tree, declared));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new RuleCompilationException(List.of(place + "：" + e.getMessage()));
        }
    }

    Outcome evaluate(Bindings bindings) {
        List<CelAttributePattern> absent = variables.stream().filter(name -> !bindings.known().containsKey(name))
                .map(CelAttributePattern::create).toList();
        try {
            Object value = program.eval(PartialVars.of(
                    name -> Optional.ofNullable(bindings.known().get(name)), absent));
            return switch (value) {
                case Boolean truth -> new Outcome(truth ? Truth.TRUE : Truth.FALSE, Set.of(), "");
                case CelUnknownSet unknown -> new Outcome(Truth.UNKNOWN, unknown.attributes(), "");
                default -> new Outcome(Truth.UNKNOWN, Set.of(), "结果不是布尔值");
            };
        } catch (CelEvaluationException e) {
            return new Outcome(Truth.UNKNOWN, Set.of(), String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> variablesOf(CelAbstractSyntaxTree tree, Set<String> declared) {
        Set<String> names = new LinkedHashSet<>();
        CelNavigableAst.fromAst(tree).getRoot().allNodes().filter(node -> node.getKind() == ExprKind.Kind.IDENT)
                .forEach(node -> names.add(node.expr().ident().name()));
        names.retainAll(declared);
        return names;
    }

    private static String print(String place, CelIssue issue) {
        CelSourceLocation location = issue.getSourceLocation();
        return place + "（" + location.getLine() + ":" + (location.getColumn() + 1) + "）：" + issue.getMessage();
    }
}
