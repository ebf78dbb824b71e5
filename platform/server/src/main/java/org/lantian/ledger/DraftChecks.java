package org.lantian.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.code.CreditCode;
import org.lantian.engine.code.PermitNumber;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellReading;
import org.lantian.ledger.EnterpriseDraft.Placed;
import org.lantian.ledger.EnterpriseDraft.PlacedLine;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** Checks that no single cell can answer: permit against credit code, outlets named twice, what is possible. */
final class DraftChecks {

    private final List<CellProblem> problems;

    DraftChecks(List<CellProblem> problems) {
        this.problems = problems;
    }

    void check(EnterpriseDraft draft) {
        new Magnitudes(problems).check(draft);
        List<PlacedLine> outlets = draft.lines().getOrDefault(FieldGroup.OUTLET, List.of());
        checkOnce(outlets, Field.OUTLET_NUMBER, "排放口编号");
        checkOnce(draft.lines().getOrDefault(FieldGroup.EMISSION, List.of()), Field.EMISSION_POLLUTANT, "污染物");
        checkPermit(draft);
    }

    private void checkOnce(List<PlacedLine> lines, Field field, String name) {
        Set<String> seen = new HashSet<>();
        for (PlacedLine placed : lines) {
            Optional<CellReading> number = placed.line().find(field);
            if (number.flatMap(CellReading::text).filter(text -> !seen.add(text)).isPresent()) {
                problems.add(CellProblem.error(placed.sheet(), number.get().cell(),
                        CellProblemCode.CONTRADICTING_VALUES, "该企业的" + name + "“" + number.get().raw() + "”重复。"));
            }
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
}
