package org.lantian.engine.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;

import org.lantian.plugin.vocabulary.Pollutant;

/** What the type checker cannot see: list ids, pollutants and decimal strings must be literals that exist. */
final class LiteralChecks {

    private final Predicate<String> listExists;

    LiteralChecks(Predicate<String> listExists) {
        this.listExists = listExists;
    }

    List<String> problems(String place, CelAbstractSyntaxTree tree) {
        List<String> problems = new ArrayList<>();
        CelNavigableAst.fromAst(tree).getRoot().allNodes().filter(node -> node.getKind() == ExprKind.Kind.CALL)
                .forEach(node -> check(tree, node.expr())
                        .ifPresent(problem -> problems.add(place + position(tree, node.id()) + "：" + problem)));
        return problems;
    }

    private Optional<String> check(CelAbstractSyntaxTree tree, CelExpr call) {
        List<CelExpr> arguments = call.call().args();
        return switch (call.call().function()) {
            case HostFunctions.LISTED -> literal(arguments.get(1)).filter(listExists).isPresent() ? Optional.empty()
                    : Optional.of("listed() 的第二个参数应为已声明的工艺清单编号");
            case HostFunctions.LIMIT -> pollutant("limit() 的第二个参数", arguments.get(1));
            case HostFunctions.LIMITED -> pollutant("limited() 的第二个参数", arguments.get(1));
            case HostFunctions.OVER_LIMIT -> pollutant("overLimit() 的第三个参数", arguments.get(2));
            default -> comparesWithString(tree, call) && arguments.stream().noneMatch(
                    argument -> literal(argument).filter(LiteralChecks::decimal).isPresent())
                            ? Optional.of("与数量比较的文本应为十进制数字面量") : Optional.empty();
        };
    }

    private static boolean comparesWithString(CelAbstractSyntaxTree tree, CelExpr call) {
        return tree.getReference(call.id()).stream().flatMap(reference -> reference.overloadIds().stream())
                .anyMatch(Comparisons.WITH_STRING::contains);
    }

    private static Optional<String> literal(CelExpr argument) {
        return argument.exprKind().getKind() == ExprKind.Kind.CONSTANT
                && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        ? Optional.of(argument.constant().stringValue()) : Optional.empty();
    }

    private static Optional<String> pollutant(String what, CelExpr argument) {
        return literal(argument).filter(LiteralChecks::pollutant).isPresent() ? Optional.empty()
                : Optional.of(what + "应为 " + Arrays.toString(Pollutant.values()) + " 之一");
    }

    private static boolean pollutant(String word) {
        return Arrays.stream(Pollutant.values()).anyMatch(pollutant -> pollutant.name().equals(word));
    }

    private static boolean decimal(String word) {
        return word.matches("-?\\d{1,30}(\\.\\d{1,30})?");
    }

    private static String position(CelAbstractSyntaxTree tree, long id) {
        return Optional.ofNullable(tree.getSource().getPositionsMap().get(id))
                .flatMap(offset -> tree.getSource().getOffsetLocation(offset))
                .map(location -> "（" + location.getLine() + ":" + (location.getColumn() + 1) + "）").orElse("");
    }
}
