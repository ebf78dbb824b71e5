package org.lantian.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;

/**
 * {@code < <= > >=} and {@code same()} between quantities and between a quantity and an int, double or decimal string
 * literal, by exact decimals. Quantities have no arithmetic: adding them does not compile.
 */
final class Comparisons {

    private record Operator(String function, String id, IntPredicate holds) {
    }

    private record Operand(String id, CelType type, Class<?> javaType) {
    }

    private static final List<Operator> OPERATORS = List.of(new Operator("_<_", "less", order -> order < 0),
            new Operator("_<=_", "less_equals", order -> order <= 0),
            new Operator("_>_", "greater", order -> order > 0),
            new Operator("_>=_", "greater_equals", order -> order >= 0),
            new Operator("same", "same", order -> order == 0));
    private static final Operand QUANTITY = new Operand("quantity", Amount.TYPE, Amount.class);
    private static final List<Operand> LITERALS = List.of(new Operand("int", SimpleType.INT, Long.class),
            new Operand("double", SimpleType.DOUBLE, Double.class),
            new Operand("string", SimpleType.STRING, String.class));

    /** Ids of the overloads that read a decimal out of a string. */
    static final Set<String> WITH_STRING = OPERATORS.stream().map(Operator::id)
            .flatMap(id -> Stream.of(id + "_quantity_string", id + "_string_quantity"))
            .collect(Collectors.toUnmodifiableSet());

    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    Comparisons() {
        for (Operator operator : OPERATORS) {
            List<CelOverloadDecl> overloads = new ArrayList<>();
            overloads.add(overload(operator, QUANTITY, QUANTITY));
            for (Operand literal : LITERALS) {
                overloads.add(overload(operator, QUANTITY, literal));
                overloads.add(overload(operator, literal, QUANTITY));
            }
            declarations.add(CelFunctionDecl.newFunctionDeclaration(operator.function(), overloads));
        }
    }

    List<CelFunctionDecl> declarations() {
        return declarations;
    }

    List<CelFunctionBinding> bindings() {
        return bindings;
    }

    private CelOverloadDecl overload(Operator operator, Operand left, Operand right) {
        String id = operator.id() + "_" + left.id() + "_" + right.id();
        bindings.add(CelFunctionBinding.from(id, left.javaType(), right.javaType(), (first, second) -> operator.holds()
                .test(Amount.of(first).value().compareTo(Amount.of(second).value()))));
        return CelOverloadDecl.newGlobalOverload(id, SimpleType.BOOL, left.type(), right.type());
    }
}
