package org.lantian.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellText;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;

/**
 * Says which enterprise of the ledger a draft is: the one with its credit code, else the one of its cluster and name.
 * A near match is pointed out and never merged.
 */
final class DraftIdentity {

    private final LedgerIndex ledger;
    private final List<CellProblem> problems;

    DraftIdentity(LedgerIndex ledger, List<CellProblem> problems) {
        this.ledger = ledger;
        this.problems = problems;
    }

    void identify(Collection<EnterpriseDraft> drafts) {
        drafts.stream().filter(draft -> draft.current().isEmpty()).forEach(draft -> match(draft)
                .ifPresent(draft::identify));
    }

    /** Credit codes often stand on a sheet of their own, read after table 1. */
    void identifyByLateCode(Collection<EnterpriseDraft> drafts) {
        identify(drafts);
        Map<String, EnterpriseDraft> byCode = new HashMap<>();
        for (EnterpriseDraft draft : drafts) {
            checkCode(draft, byCode);
            if (draft.current().isEmpty()) {
                pointOutSimilar(draft);
            }
        }
    }

    private Optional<LedgerEntry> match(EnterpriseDraft draft) {
        return draft.text(Field.ENTERPRISE_CREDIT_CODE).flatMap(ledger::findByCode)
                .or(() -> ledger.find(EnterpriseKey.of(draft.cluster(), draft.name())));
    }

    private void checkCode(EnterpriseDraft draft, Map<String, EnterpriseDraft> byCode) {
        Optional<EnterpriseDraft.Placed> cell = draft.given(Field.ENTERPRISE_CREDIT_CODE);
        Optional<String> code = draft.text(Field.ENTERPRISE_CREDIT_CODE);
        if (code.isEmpty()) {
            return;
        }
        EnterpriseDraft earlier = byCode.putIfAbsent(code.get(), draft);
        Optional<LedgerEntry> holder = ledger.findByCode(code.get());
        Optional<String> stored = draft.current()
                .flatMap(entry -> Optional.ofNullable(entry.enterprise().creditCode()));
        if (earlier != null) {
            taken(cell.get(), "统一社会信用代码与“" + earlier.name() + "”相同，请核对。");
        } else if (holder.isPresent() && !holder.equals(draft.current())) {
            taken(cell.get(), "统一社会信用代码在台账中属于“" + holder.get().enterprise().name() + "”，请核对。");
        } else if (stored.isPresent() && !stored.equals(code)) {
            taken(cell.get(), "“" + draft.name() + "”在台账中的统一社会信用代码为“" + stored.get() + "”，与此处不一致，请核对。");
        } else {
            draft.current().ifPresent(entry -> checkName(draft, entry, cell.get()));
        }
    }

    private void checkName(EnterpriseDraft draft, LedgerEntry entry, EnterpriseDraft.Placed code) {
        if (EnterpriseKey.of(entry).equals(EnterpriseKey.of(draft.cluster(), draft.name()))) {
            return;
        }
        EnterpriseDraft.Placed at = draft.given(Field.ENTERPRISE_NAME).orElse(code);
        Optional<LedgerEntry> other = ledger.find(EnterpriseKey.of(draft.cluster(), draft.name()));
        if (other.isPresent()) {
            problems.add(CellProblem.error(at.sheet(), at.reading().cell(), CellProblemCode.CREDIT_CODE_TAKEN,
                    "按统一社会信用代码应为“" + entry.enterprise().name() + "”，但集群“" + draft.cluster() + "”中已另有名为“"
                            + draft.name() + "”的企业。"));
        } else {
            problems.add(CellProblem.warning(at.sheet(), at.reading().cell(), CellProblemCode.ENTERPRISE_RENAMED,
                    "按统一社会信用代码，台账中的“" + entry.enterprise().name() + "”（" + entry.cluster().name() + "）将改为“"
                            + draft.name() + "”（" + draft.cluster() + "）。"));
        }
    }

    private void pointOutSimilar(EnterpriseDraft draft) {
        List<LedgerEntry> similar = ledger.similar(EnterpriseKey.of(draft.cluster(), draft.name()));
        Optional<EnterpriseDraft.Placed> at = draft.given(Field.ENTERPRISE_NAME);
        if (!similar.isEmpty() && at.isPresent() && similar.stream()
                .noneMatch(entry -> entry.enterprise().nameKey().equals(CellText.key(draft.name())))) {
            problems.add(new CellProblem(at.get().sheet(), at.get().reading().cell(), CellProblemCode.ENTERPRISE_SIMILAR,
                    Severity.WARNING, "台账中有名称相近的“" + similar.getFirst().enterprise().name() + "”，“" + draft.name()
                            + "”将作为另一家企业新增；请答复是否为同一企业（答复后不再提示），或改用台账中的名称。",
                    similar.stream().map(entry -> entry.enterprise().name()).toList()));
        }
    }

    private void taken(EnterpriseDraft.Placed cell, String message) {
        problems.add(CellProblem.error(cell.sheet(), cell.reading().cell(), CellProblemCode.CREDIT_CODE_TAKEN, message));
    }
}
