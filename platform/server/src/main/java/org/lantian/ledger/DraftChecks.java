package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.code.CreditCode;
import org.lantian.engine.code.PermitNumber;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.LineReading;
import org.lantian.ledger.EnterpriseDraft.Placed;
import org.lantian.ledger.EnterpriseDraft.PlacedLine;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** Checks that no single cell can answer: output against capacity, permit against credit code, what is possible. */
final class DraftChecks {

    /** Hours of a leap year; percent of oxygen in air, rounded up. */
    static final Map<Field, BigDecimal> LARGEST = Map.of(Field.OUTLET_HOURS, new BigDecimal("8784"),
            Field.OUTLET_OXYGEN, new BigDecimal("21"));

    private final List<CellProblem> problems;

    DraftChecks(List<CellProblem> problems) {
        this.problems = problems;
    }

    void check(EnterpriseDraft draft) {
        draft.lines().getOrDefault(FieldGroup.PRODUCT, List.of()).forEach(this::checkOutput);
        List<PlacedLine> outlets = draft.lines().getOrDefault(FieldGroup.OUTLET, List.of());
        checkOutletNumbers(outlets);
        outlets.forEach(line -> LARGEST.forEach((field, largest) -> checkLargest(line, field, largest)));
        checkPermit(draft);
    }

    /** 产量 above 产能 is possible and therefore only a warning. */
    private void checkOutput(PlacedLine placed) {
        Optional<BigDecimal> capacity = number(placed.line(), Field.PRODUCT_CAPACITY);
        Optional<BigDecimal> output = number(placed.line(), Field.PRODUCT_OUTPUT);
        if (capacity.isPresent() && output.isPresent() && output.get().compareTo(capacity.get()) > 0) {
            problems.add(CellProblem.warning(placed.sheet(), cell(placed.line(), Field.PRODUCT_OUTPUT),
                    CellProblemCode.OUTPUT_ABOVE_CAPACITY, "产量" + output.get().toPlainString() + "大于产能"
                            + capacity.get().toPlainString() + "，请核对数值和单位。"));
        }
    }

    private void checkOutletNumbers(List<PlacedLine> outlets) {
        Set<String> seen = new HashSet<>();
        for (PlacedLine placed : outlets) {
            Optional<CellReading> number = placed.line().find(Field.OUTLET_NUMBER);
            if (number.flatMap(CellReading::text).filter(text -> !seen.add(text)).isPresent()) {
                problems.add(CellProblem.error(placed.sheet(), number.get().cell(),
                        CellProblemCode.CONTRADICTING_VALUES, "该企业的排放口编号“" + number.get().raw() + "”重复。"));
            }
        }
    }

    private void checkLargest(PlacedLine placed, Field field, BigDecimal largest) {
        if (number(placed.line(), field).filter(value -> value.compareTo(largest) > 0).isPresent()) {
            CellReading reading = placed.line().find(field).orElseThrow();
            problems.add(CellProblem.error(placed.sheet(), reading.cell(), CellProblemCode.NUMBER_OUT_OF_RANGE,
                    "“" + reading.column().header() + "”不能大于" + largest + "，现为“" + reading.raw() + "”。"));
        }
    }

    private void checkPermit(EnterpriseDraft draft) {
        Optional<Placed> permit = draft.given(Field.ENTERPRISE_PERMIT_NUMBER);
        Optional<String> code = draft.text(Field.ENTERPRISE_CREDIT_CODE).or(() -> draft.current()
                .flatMap(entry -> Optional.ofNullable(entry.enterprise().creditCode())));
        Optional<String> number = draft.text(Field.ENTERPRISE_PERMIT_NUMBER);
        if (code.isPresent() && number.isPresent()
                && PermitNumber.read(number.get()) instanceof PermitNumber.Valid(PermitNumber valid)
                && CreditCode.read(code.get()) instanceof CreditCode.Valid(CreditCode holder)) {
            valid.warningFor(holder).ifPresent(message -> problems.add(CellProblem.warning(permit.get().sheet(),
                    permit.get().reading().cell(), CellProblemCode.PERMIT_OF_OTHER_CODE, message)));
        }
    }

    private static Optional<BigDecimal> number(LineReading line, Field field) {
        return line.find(field).flatMap(CellReading::number);
    }

    private static String cell(LineReading line, Field field) {
        return line.find(field).map(CellReading::cell).orElse("");
    }
}
