package org.lantian.plan.dossier;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.common.Clocks;
import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingState;
import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.IssueForm;
import org.lantian.engine.document.Run;
import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.engine.quantity.Decimals;
import org.lantian.ledger.history.FieldChange;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.register.RegisterEntry;
import org.lantian.plan.draft.ClusterFacts;
import org.lantian.plan.draft.PlanTables;
import org.lantian.plan.measure.Measure;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.TaskAspect;

/** Lays a file out as a document; a part without content says so. */
final class DossierDocument {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Dossier dossier;
    private final DossierTables ledger;
    private final List<Block> blocks = new ArrayList<>();
    private int headings;
    private int tables;

    private DossierDocument(Dossier dossier) {
        this.dossier = dossier;
        this.ledger = new DossierTables(dossier.profile(), dossier.entry());
    }

    static Document of(Dossier dossier) {
        return new DossierDocument(dossier).document();
    }

    private Document document() {
        heading("基本情况");
        table(ledger.facts());
        heading("生产情况");
        ledger(FieldGroup.EQUIPMENT, "生产设备");
        ledger(FieldGroup.PRODUCTION_LINE, "生产线");
        ledger(FieldGroup.PRODUCT, "产品");
        ledger(FieldGroup.ENERGY_USE, "能源消耗");
        ledger(FieldGroup.RAW_MATERIAL, "原辅材料");
        ledger(FieldGroup.VOCS_MATERIAL, "含VOCs物料");
        blocks.add(new Block.Section(Block.Orientation.LANDSCAPE));
        heading("治理与排放");
        ledger(FieldGroup.TREATMENT, "废气治理设施");
        ledger(FieldGroup.OUTLET, "排放口");
        ledger(FieldGroup.EMISSION, "年排放量");
        comparisons();
        blocks.add(new Block.Section(Block.Orientation.PORTRAIT));
        heading("所在名录");
        registers();
        heading("存在问题");
        findings();
        heading("提升任务");
        measures();
        heading("变更记录");
        changes();
        return new Document(List.of(dossier.entry().enterprise().name(), "企业档案（一企一档）"),
                ClusterFacts.place(dossier.city(), dossier.entry().cluster().name()) + "，" + dossier.entry().year() + "年", "", blocks);
    }

    private void ledger(FieldGroup group, String name) {
        ledger.entries(group, name).ifPresentOrElse(this::table,
                () -> text(dossier.entry().year() + "年台账没有登记" + name + "。"));
    }

    private void comparisons() {
        text(dossier.permit().text());
        List<List<String>> rows = dossier.comparisons().stream().map(one -> List.of(one.item(), one.unit(), amount(one.ledger()),
                amount(one.permitted()), amount(one.actual()), one.text())).toList();
        rows("台账、许可与实际对照", "没有可以与排污许可对照的数据。", rows, column("污染物或项目", Align.CENTER, 3), column("单位", Align.CENTER, 2),
                column("台账", Align.RIGHT, 3), column("许可", Align.RIGHT, 3), column("实际", Align.RIGHT, 3), column("结论", Align.LEFT, 9));
    }

    private static String amount(Optional<java.math.BigDecimal> amount) {
        return amount.map(Decimals::print).orElse("");
    }

    private void registers() {
        List<List<String>> rows = dossier.registers().stream().map(one -> List.of(one.getKey(), IssueForm.day(one.getValue().from()),
                one.getValue().to().map(IssueForm::day).orElse("至今"), one.getValue().reason(), one.getValue().source(),
                one.getValue().origin() == RegisterEntry.Origin.RULE ? "规则判定" : "人工列入")).toList();
        rows("名录", "不在任何名录内。", rows, column("名录", Align.LEFT, 4), column("自", Align.CENTER, 4), column("至", Align.CENTER, 4),
                column("理由", Align.LEFT, 8), column("依据", Align.LEFT, 7), column("列入方式", Align.CENTER, 3));
    }

    private void findings() {
        List<List<String>> rows = dossier.findings().stream().map(finding -> List.of(finding.shown().area().term(),
                finding.shown().column().map(one -> one.term()).orElse("/"), finding.shown().text(), finding.content().source(),
                state(finding))).toList();
        rows("问题清单", "没有诊断出问题，或尚未诊断。", rows, column("领域", Align.CENTER, 3), column("方面", Align.CENTER, 4),
                column("问题", Align.LEFT, 11), column("依据", Align.LEFT, 7), column("处理", Align.LEFT, 5));
        List<List<String>> means = dossier.means().stream().map(mean -> List.of(mean.subject(), mean.evidence().stream()
                .map(one -> one.label() + " " + one.value()).collect(Collectors.joining("；")), mean.text())).toList();
        rows("年均值与限值", "", means, column("对象", Align.CENTER, 4), column("数据", Align.LEFT, 10), column("结论", Align.LEFT, 7));
        gaps();
    }

    /** One row for what is missing, with everything that lacks it. */
    private void gaps() {
        Map<String, Set<String>> subjects = new LinkedHashMap<>();
        dossier.gaps().forEach(gap -> subjects.computeIfAbsent(gap.text(), text -> new LinkedHashSet<>()).add(gap.subject()));
        List<List<String>> rows = subjects.entrySet().stream().map(gap -> List.of(gap.getKey(), gap.getValue().stream()
                .map(subject -> subject.isBlank() ? "企业" : subject).collect(Collectors.joining("、")))).toList();
        rows("数据缺失", "", rows, column("因数据缺失不能判断", Align.LEFT, 13), column("对象", Align.LEFT, 8));
    }

    private static String state(Finding finding) {
        String word = switch (finding.state()) {
            case OPEN -> "待确认";
            case CONFIRMED -> "已确认";
            case WAIVED -> "不采纳";
        };
        return word + finding.reason().filter(reason -> !reason.isBlank()).map(reason -> "：" + reason).orElse("")
                + (finding.holds() || finding.state() == FindingState.OPEN ? "" : "（现已不再出现）");
    }

    private void measures() {
        List<List<String>> rows = dossier.measures().stream().map(measure -> List.of(measure.input().type().term(), tasks(measure),
                measure.input().goal(), measure.input().deadline().text(), PlanTables.reduction(measure.reduction()))).toList();
        rows("提升任务", "没有列入提升任务。", rows, column("提升类型", Align.CENTER, 3), column("任务", Align.LEFT, 12),
                column("预期目标", Align.LEFT, 6), column("完成时限", Align.CENTER, 4), column("减排量（吨）", Align.RIGHT, 4));
    }

    private static String tasks(Measure measure) {
        String tasks = Arrays.stream(TaskAspect.values()).filter(aspect -> !measure.task(aspect).isEmpty())
                .map(aspect -> aspect.term() + "：" + measure.task(aspect)).collect(Collectors.joining("\n"));
        return tasks.isEmpty() ? "/" : tasks;
    }

    /** How it came into the ledger is one line, not one for each of its fields. */
    private void changes() {
        dossier.first().ifPresent(first -> text(time(first) + "由" + first.actor() + "首次登记（" + origin(first) + "）。"));
        List<List<String>> rows = dossier.changes().stream().filter(change -> dossier.first().filter(first -> sameAct(first, change)).isEmpty())
                .map(this::change).toList();
        rows("变更记录", "此后没有变更。", rows, column("时间", Align.CENTER, 4), column("字段", Align.LEFT, 6), column("原值", Align.LEFT, 5),
                column("新值", Align.LEFT, 5), column("途径", Align.CENTER, 3), column("经办", Align.CENTER, 3));
        if (rows.size() == dossier.changes().size() && dossier.changeCount() > rows.size()) {
            text("共" + dossier.changeCount() + "项变更，以上为最近" + rows.size() + "项。");
        }
    }

    private static boolean sameAct(LedgerChange first, LedgerChange change) {
        return change.origin() == first.origin() && change.originId().equals(first.originId()) && change.changedAt().equals(first.changedAt());
    }

    private static String time(LedgerChange change) {
        return change.changedAt().atZoneSameInstant(Clocks.ZONE).format(TIME);
    }

    private static String origin(LedgerChange change) {
        return change.origin().term() + change.originId().map(id -> " " + id).orElse("");
    }

    private List<String> change(LedgerChange change) {
        FieldChange value = change.change();
        return List.of(time(change), dossier.name().apply(value), value.before().orElse("未填"),
                value.after().orElse("未填"), origin(change), change.actor());
    }

    private void rows(String caption, String empty, List<List<String>> rows, Column... columns) {
        if (!rows.isEmpty()) {
            table(new Block.Table(caption, caption, List.of(columns), rows, List.of(), ""));
        } else if (!empty.isEmpty()) {
            text(empty);
        }
    }

    private void table(Block.Table table) {
        tables++;
        blocks.add(new Block.Table(table.id(), "表" + tables + "  " + table.caption(), table.columns(), table.rows(), table.notes(), ""));
    }

    private void heading(String text) {
        headings++;
        blocks.add(new Block.Heading(1, ChineseNumerals.write(headings) + "、", List.of(Run.text(text)), ""));
    }

    private void text(String text) {
        blocks.add(new Block.Paragraph(Block.ParagraphStyle.BODY, List.of(Run.text(text)), ""));
    }

    private static Column column(String header, Align align, int width) {
        return new Column(header, header, align, width, List.of());
    }
}
