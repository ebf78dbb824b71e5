package org.lantian.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.CellText;
import org.lantian.engine.sheet.TableReading;
import org.lantian.engine.sheet.WorkbookReading;
import org.lantian.engine.sheet.WorkbookStamp;
import org.lantian.ledger.EnterpriseDraft.Placed;
import org.lantian.ledger.EnterpriseDraft.PlacedLine;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;

/** Checks across the tables of one workbook: the same enterprises in each, treatment of what is used, each permit once. */
final class WorkbookChecks {

    private static final String VOCS_MATERIAL = "vocs-material";

    private final ResolvedProfile profile;
    private final List<CellProblem> problems;
    private final List<String> vocsWords;
    private final List<String> sourceCategories;
    private final Set<String> sourceCategoryKeys;

    WorkbookChecks(ResolvedProfile profile, List<CellProblem> problems) {
        this.profile = profile;
        this.problems = problems;
        this.vocsWords = profile.techniqueLists().stream().filter(list -> list.id().equals(VOCS_MATERIAL))
                .flatMap(list -> list.words().stream()).map(CellText::key).toList();
        this.sourceCategories = profile.limits().stream().map(EmissionLimit::sourceCategory).distinct().toList();
        this.sourceCategoryKeys = sourceCategories.stream().map(CellText::key).collect(Collectors.toSet());
    }

    void check(WorkbookReading workbook, Assembled assembled) {
        workbook.stamp().ifPresent(this::checkStamp);
        checkEnterprises(workbook, assembled);
        assembled.drafts().forEach(this::checkVocs);
        assembled.drafts().forEach(this::checkSourceCategories);
        checkPermits(assembled.drafts());
    }

    private void checkStamp(WorkbookStamp stamp) {
        if (!stamp.hash().equals(profile.hash()) || stamp.templateVersion() < WorkbookStamp.CURRENT_TEMPLATE_VERSION) {
            problems.add(CellProblem.warning("", "", CellProblemCode.TEMPLATE_OUTDATED, "工作簿用的是"
                    + (stamp.profile().id().equals(profile.ref().id()) ? "旧模板（" : "另一套模板（") + stamp.profile() + "，第" + stamp.templateVersion() + "版），现行模板为" + profile.ref() + "，第"
                    + WorkbookStamp.CURRENT_TEMPLATE_VERSION + "版；已按表头读取，下次请用现行模板。"));
        }
    }

    /** 大纲: the four tables speak of the same enterprises; a row of a cluster in table 4 speaks of all of them. */
    private void checkEnterprises(WorkbookReading workbook, Assembled assembled) {
        Set<String> tables = workbook.tables().stream().filter(table -> !table.rows().isEmpty())
                .map(TableReading::table).filter(table -> table.number().isPresent()).map(TableSpec::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wholeClusters = assembled.others().stream()
                .filter(row -> row.subject() instanceof ImportSubject.OfCluster)
                .map(row -> CellText.key(row.subject().name())).collect(Collectors.toSet());
        for (EnterpriseDraft draft : assembled.drafts()) {
            Optional<Placed> name = draft.given(Field.ENTERPRISE_NAME);
            if (name.isEmpty() || !draft.tables().contains(WorkbookAssembler.ENTERPRISES)) {
                continue;
            }
            List<String> missing = tables.stream().filter(table -> !draft.tables().contains(table))
                    .filter(table -> !(isOfMeasures(table) && wholeClusters.contains(CellText.key(draft.cluster()))))
                    .map(table -> "“" + profile.requireTable(table).sheet() + "”").toList();
            if (!missing.isEmpty()) {
                problems.add(CellProblem.warning(name.get().sheet(), name.get().reading().cell(),
                        CellProblemCode.ENTERPRISE_NOT_IN_TABLE,
                        "“" + draft.name() + "”在表1中，但" + String.join("、", missing) + "中没有它的行：各表的企业应一致。"));
            }
        }
    }

    private boolean isOfMeasures(String table) {
        return profile.requireTable(table).leaves().stream().flatMap(column -> column.field().stream())
                .anyMatch(Field.MEASURE_SUBJECT::equals);
    }

    /** Only where the workbook says how waste gas is treated; the finding itself is a matter of diagnosis. */
    private void checkVocs(EnterpriseDraft draft) {
        List<PlacedLine> treatments = draft.lines().getOrDefault(FieldGroup.TREATMENT, List.of());
        boolean treated = treatments.isEmpty() || treatments.stream()
                .anyMatch(placed -> placed.line().find(Field.TREATMENT_VOCS).flatMap(CellReading::text).isPresent());
        if (treated) {
            return;
        }
        draft.lines().getOrDefault(FieldGroup.RAW_MATERIAL, List.of()).stream().filter(placed -> placed.line()
                .find(Field.MATERIAL_NAME).flatMap(CellReading::text).map(CellText::key)
                .filter(name -> vocsWords.stream().anyMatch(name::contains)).isPresent()).findFirst().ifPresent(placed -> {
                    CellReading cell = placed.line().find(Field.MATERIAL_NAME).orElseThrow();
                    problems.add(CellProblem.warning(placed.sheet(), cell.cell(), CellProblemCode.VOCS_UNTREATED,
                            "“" + draft.name() + "”使用含VOCs的“" + cell.raw() + "”，但没有填写VOCs治理工艺，请核对。"));
                });
    }

    private void checkSourceCategories(EnterpriseDraft draft) {
        for (PlacedLine placed : draft.lines().getOrDefault(FieldGroup.OUTLET, List.of())) {
            placed.line().find(Field.OUTLET_SOURCE_CATEGORY)
                    .filter(cell -> cell.text().filter(text -> !sourceCategoryKeys.contains(CellText.key(text))).isPresent())
                    .ifPresent(cell -> problems.add(new CellProblem(placed.sheet(), cell.cell(),
                            CellProblemCode.SOURCE_CATEGORY_UNKNOWN, Severity.WARNING,
                            "源类别“" + cell.raw() + "”不在限值表中，不能对标。", sourceCategories)));
        }
    }

    private void checkPermits(Collection<EnterpriseDraft> drafts) {
        Map<String, EnterpriseDraft> holders = new HashMap<>();
        for (EnterpriseDraft draft : drafts) {
            Optional<String> number = draft.text(Field.ENTERPRISE_PERMIT_NUMBER);
            EnterpriseDraft earlier = number.map(found -> holders.putIfAbsent(found, draft)).orElse(null);
            if (earlier != null) {
                Placed cell = draft.given(Field.ENTERPRISE_PERMIT_NUMBER).orElseThrow();
                problems.add(CellProblem.error(cell.sheet(), cell.reading().cell(),
                        CellProblemCode.PERMIT_NUMBER_TAKEN, "排污许可证编号与“" + earlier.name() + "”相同，请核对。"));
            }
        }
    }
}
