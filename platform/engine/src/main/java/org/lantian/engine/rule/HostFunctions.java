package org.lantian.engine.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttribute.Qualifier;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelUnknownSet;

import org.lantian.engine.emission.Calculation;
import org.lantian.engine.emission.Emissions;
import org.lantian.engine.quantity.Decimals;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * {@code listed(text, 'list-id')}, {@code limit(category, 'NOX')}, {@code overLimit(concentration, category, 'NOX')},
 * {@code corrected(concentration, oxygen, category)}, {@code comparable(concentration, category)},
 * {@code limited(category, 'NOX')}, {@code fitsStandard(text, category)}, {@code boilerSize(name)} and
 * {@code given(field)}. What cannot be found is an unknown with its name, never a value.
 */
final class HostFunctions {

    static final String LISTED = "listed";
    static final String LIMIT = "limit";
    static final String OVER_LIMIT = "overLimit";
    static final String OXYGEN = "oxygen";
    static final String BOILER_SIZE = "boilerSize";
    static final String LIMITED = "limited";
    static final String FITS_STANDARD = "fitsStandard";
    static final String STANDARD = "standard";
    static final String GIVEN = "given";
    /** Variables that tell whether a field has a value begin so. */
    static final String GIVEN_PREFIX = "given_";
    private static final String COMPARABLE = "comparable";
    private static final String REFERENCE_SET = "referenceOxygenSet";
    private static final String CORRECTED = "oxygenCorrected";

    private final Standards standards;

    HostFunctions(Standards standards) {
        this.standards = standards;
    }

    List<CelFunctionDecl> declarations() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(LISTED, CelOverloadDecl.newGlobalOverload("listed_string_string",
                        SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(LIMIT, CelOverloadDecl.newGlobalOverload("limit_string_string",
                        Amount.TYPE, SimpleType.STRING, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(OVER_LIMIT, CelOverloadDecl.newGlobalOverload(
                        "overLimit_quantity_string_string", SimpleType.BOOL, Amount.TYPE, SimpleType.STRING,
                        SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(BOILER_SIZE, CelOverloadDecl.newGlobalOverload(
                        "boilerSize_string", Amount.TYPE, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(LIMITED, CelOverloadDecl.newGlobalOverload("limited_string_string",
                        SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(FITS_STANDARD, CelOverloadDecl.newGlobalOverload(
                        "fitsStandard_string_string", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(COMPARABLE, CelOverloadDecl.newGlobalOverload(
                        "comparable_quantity_string", Amount.TYPE, Amount.TYPE, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(REFERENCE_SET, CelOverloadDecl.newGlobalOverload(
                        "referenceOxygenSet_string", SimpleType.BOOL, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(CORRECTED, CelOverloadDecl.newGlobalOverload(
                        "oxygenCorrected_quantity_quantity_string", Amount.TYPE, Amount.TYPE, Amount.TYPE,
                        SimpleType.STRING)));
    }

    List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("listed_string_string", String.class, String.class, standards::listed),
                CelFunctionBinding.from("limit_string_string", String.class, String.class, this::limit),
                CelFunctionBinding.from("overLimit_quantity_string_string",
                        List.of(Amount.class, String.class, String.class), this::overLimit),
                CelFunctionBinding.from("boilerSize_string", String.class, HostFunctions::boilerSize),
                CelFunctionBinding.from("limited_string_string", String.class, String.class, this::limited),
                CelFunctionBinding.from("fitsStandard_string_string", String.class, String.class, this::fitsStandard),
                CelFunctionBinding.from("comparable_quantity_string", Amount.class, String.class, this::comparable),
                CelFunctionBinding.from("referenceOxygenSet_string", String.class, this::referenceSet),
                CelFunctionBinding.from("oxygenCorrected_quantity_quantity_string",
                        List.of(Amount.class, Amount.class, String.class), this::corrected));
    }

    /** {@code given(field)} stands for a variable that is always known. The measured oxygen matters only where the category has a reference: else it may be absent. */
    List<CelMacro> macros() {
        return List.of(CelMacro.newGlobalMacro(GIVEN, 1, (factory, target, arguments) -> arguments.getFirst().exprKind()
                .getKind() == CelExpr.ExprKind.Kind.IDENT
                        ? Optional.of(factory.newIdentifier(GIVEN_PREFIX + arguments.getFirst().ident().name()))
                        : Optional.empty()), CelMacro.newGlobalMacro("corrected", 3, (factory, target, arguments) -> {
            CelExpr set = factory.newGlobalCall(REFERENCE_SET, factory.copy(arguments.get(2)));
            CelExpr corrected = factory.newGlobalCall(CORRECTED, arguments);
            return Optional.of(factory.newGlobalCall("_?_:_", set, corrected, factory.copy(arguments.get(0))));
        }));
    }

    private Object limit(String category, String pollutant) {
        return traced(category, pollutant).<Object>map(found -> new Amount(found.value()))
                .orElseGet(() -> unknown(LIMIT, category, pollutant));
    }

    private Object overLimit(Object[] arguments) {
        String category = (String) arguments[1];
        String pollutant = (String) arguments[2];
        return traced(category, pollutant).<Object>map(found -> found.brokenBy(((Amount) arguments[0]).value()))
                .orElseGet(() -> unknown(LIMIT, category, pollutant));
    }

    private Object limited(String category, String pollutant) {
        return standards.knowsCategory(category)
                ? (Object) standards.findLimit(category, Pollutant.valueOf(pollutant)).isPresent()
                : unknown(LIMIT, category, pollutant);
    }

    /** A local standard may be stricter than the profile's and is not judged. */
    private Object fitsStandard(String text, String category) {
        Set<String> named = StandardNumbers.in(text);
        Set<String> wanted = standards.standardsOf(category);
        if (named.isEmpty() || wanted.isEmpty()) {
            return unknown(STANDARD, named.isEmpty() ? text : "", category);
        }
        for (Pollutant pollutant : Pollutant.values()) {
            traced(category, pollutant.name());
        }
        return StandardNumbers.anyLocal(named) || named.stream().anyMatch(wanted::contains);
    }

    /** As given where the category has no reference oxygen; table 2 has no oxygen to convert with. */
    private Object comparable(Amount concentration, String category) {
        if (!standards.knowsCategory(category)) {
            return unknown(LIMIT, category, "");
        }
        return standards.findReferenceOxygen(category).<Object>map(reference -> unknown(OXYGEN, "实测氧含量（“" + category
                + "”的限值按基准氧含量" + Decimals.print(reference) + "%折算，表2没有氧含量，请登记排放口）", "")).orElse(concentration);
    }

    private Optional<EmissionLimit> traced(String category, String pollutant) {
        Optional<EmissionLimit> limit = standards.findLimit(category, Pollutant.valueOf(pollutant));
        limit.ifPresent(found -> Trace.CURRENT.get().limits().add(found));
        return limit;
    }

    private static Object boilerSize(String name) {
        return BoilerSize.of(name).<Object>map(Amount::new).orElseGet(() -> unknown(BOILER_SIZE, name, ""));
    }

    private Object referenceSet(String category) {
        return standards.knowsCategory(category) ? standards.findReferenceOxygen(category).isPresent()
                : unknown(LIMIT, category, "");
    }

    private Object corrected(Object[] arguments) {
        Calculation calculation = Emissions.oxygenCorrected(Optional.of(((Amount) arguments[0]).value()),
                Optional.of(((Amount) arguments[1]).value()), standards.findReferenceOxygen((String) arguments[2]));
        return switch (calculation) {
            case Calculation.Known known -> {
                Trace.CURRENT.get().explanations().add(known.explanation());
                yield new Amount(known.explanation().raw());
            }
            case Calculation.Unknown unknown -> unknown(OXYGEN, unknown.text(), "");
        };
    }

    private static CelUnknownSet unknown(String what, String first, String second) {
        return CelUnknownSet.create(CelAttribute.create(
                ImmutableList.of(Qualifier.ofString(what), Qualifier.ofString(first), Qualifier.ofString(second))));
    }
}
