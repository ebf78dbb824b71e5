package org.lantian.engine.rule;

import java.util.List;
import java.util.Map;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;

import org.lantian.plugin.table.Field;

/** CEL with quantities, {@code isNone()} and the budgets that every rule text is held to. */
final class RuleLanguage {

    private static final CelOptions BUDGETS = CelOptions.current().enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(4_000).maxParseRecursionDepth(32).maxParseExpressionNodeCount(400)
            .comprehensionMaxIterations(1_000).maxRegexProgramSize(500).build();
    private static final CelFunctionDecl IS_NONE = CelFunctionDecl.newFunctionDeclaration("isNone", List.of(
            CelOverloadDecl.newGlobalOverload("isNone_string", SimpleType.BOOL, SimpleType.STRING),
            CelOverloadDecl.newGlobalOverload("isNone_quantity", SimpleType.BOOL, Amount.TYPE)));

    private RuleLanguage() {
    }

    /** The bare language over variables: comparisons and {@code isNone}. */
    static CelBuilder over(Map<String, CelType> variables) {
        Comparisons comparisons = new Comparisons();
        CelBuilder builder = CelFactory.plannerCelBuilder().setOptions(BUDGETS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS).setResultType(SimpleType.BOOL)
                .addFunctionDeclarations(comparisons.declarations()).addFunctionDeclarations(IS_NONE)
                .addFunctionBindings(comparisons.bindings())
                .addFunctionBindings(CelFunctionBinding.from("isNone_string", String.class, String::isEmpty),
                        CelFunctionBinding.from("isNone_quantity", Amount.class, _ -> false));
        variables.forEach(builder::addVar);
        return builder;
    }

    /** The language with limits and technique lists. */
    static Cel over(Map<String, CelType> variables, HostFunctions functions) {
        return over(variables).addFunctionDeclarations(functions.declarations())
                .addFunctionBindings(functions.bindings()).addMacros(functions.macros()).build();
    }

    static CelType typeOf(Field field) {
        return switch (field.type()) {
            case DECIMAL, INTEGER, ORDINAL -> Amount.TYPE;
            case TEXT, CHOICE, YES_NO, RANGE, DEADLINE, CREDIT_CODE, PERMIT_NUMBER, INDUSTRY -> SimpleType.STRING;
        };
    }
}
