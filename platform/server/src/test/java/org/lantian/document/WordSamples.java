package org.lantian.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;

/** Documents for the tests; run it with a folder to write them there and look at them. */
final class WordSamples {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:02:03Z"), ZoneId.of("Asia/Shanghai"));

    private WordSamples() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        write(rich(), folder.resolve("rich.docx"));
        write(plainPage(), folder.resolve("plain.docx"));
    }

    private static void write(Document document, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new WordRenderer(CLOCK).render(document, PageSetting.GB9704_STRICT, out);
        }
    }

    /** More than a page of one repeated character: 28 to a line, 22 lines to a page. */
    static Document plainPage() {
        return document(new Block.Paragraph(Block.ParagraphStyle.ADDRESSEE, List.of(Run.text("国".repeat(28 * 23))), ""));
    }

    static Document document(Block... blocks) {
        return new Document(List.of(), "", "", List.of(blocks));
    }

    static Block.Paragraph body(String text, String anchor) {
        return new Block.Paragraph(Block.ParagraphStyle.BODY, List.of(Run.text(text)), anchor);
    }

    static Block.Heading heading(int level, String number, String text, String anchor) {
        return new Block.Heading(level, number, List.of(Run.text(text)), anchor);
    }

    static Column leaf(String header, Align align, int width) {
        return new Column(header, header, align, width, List.of());
    }

    static Column group(String header, Column... children) {
        return new Column(header, header, Align.CENTER, 1, List.of(children));
    }

    /** Eleven leaf columns under a header of two rows. */
    static Block.Table table4(int rows) {
        List<Column> columns = List.of(leaf("序号", Align.CENTER, 2), leaf("企业名称（集群名称）", Align.LEFT, 5),
                leaf("提升类型（淘汰关停、搬迁入园、就地改造、做优做强）", Align.CENTER, 4),
                group("改造任务", leaf("无组织收集方面", Align.LEFT, 6), leaf("有组织治理方面", Align.LEFT, 6),
                        leaf("移动源监管方面", Align.LEFT, 5), leaf("环保绩效提级方面", Align.LEFT, 5),
                        leaf("环境基础设施建设", Align.LEFT, 5)),
                leaf("预期目标", Align.LEFT, 5), leaf("完成时限", Align.CENTER, 4), leaf("减排量（吨）", Align.RIGHT, 4));
        List<List<String>> cells = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            cells.add(List.of(Integer.toString(i), "沙坡头区示例冶金有限公司" + i, "就地改造", "矿热炉出铁口加装集气罩",
                    "更换覆膜滤袋，SO2脱硫由双碱法改为石灰石—石膏法", "清洁运输", "创B级", "—", "颗粒物≤10毫克/立方米",
                    "2026年12月", "颗粒物 12.50\nSO2 3.20\nNOx 8.00"));
        }
        return new Block.Table("table4", "表4  中卫市沙坡头区铁合金集群提升任务及目标表", columns, cells,
                List.of("注：原则上一家企业填写一行信息。"), "t4");
    }

    /** Twenty leaf columns, as the widest table of the outline. */
    static Block.Table table1(int rows) {
        List<Column> columns = new ArrayList<>(List.of(leaf("序号", Align.CENTER, 2)));
        for (String header : List.of("县（市）区", "乡镇（街道）", "集群名称", "企业名称", "批准情况", "企业名称", "行业类别", "生产设备")) {
            columns.add(leaf(header, Align.LEFT, header.startsWith("企业") ? 5 : 4));
        }
        columns.add(group("能源消耗情况", leaf("能源类型（煤、电、天然气等）", Align.CENTER, 3), leaf("消耗量", Align.RIGHT, 4),
                leaf("单位", Align.CENTER, 3), leaf("是否协同供暖", Align.CENTER, 3)));
        columns.add(group("产品情况", leaf("产品名称", Align.LEFT, 4), leaf("产能", Align.RIGHT, 3),
                leaf("2024年产量", Align.RIGHT, 3), leaf("产能（产量）单位", Align.CENTER, 3)));
        columns.add(group("原辅材料", leaf("名称", Align.LEFT, 4), leaf("使用量", Align.RIGHT, 3), leaf("单位", Align.CENTER, 3)));
        List<List<String>> cells = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            cells.add(List.of(Integer.toString(i), "沙坡头区", "镇罗镇", "铁合金集群", "示例冶金有限公司", "自发聚集", "示例冶金有限公司",
                    "3140铁合金冶炼", "25000kVA矿热炉\n12500kVA矿热炉", "电\n煤", "123456.7\n2300", "万千瓦时\n吨", "否",
                    "硅锰合金", "50000", "42000", "吨", "锰矿石\n硅石\n焦炭", "80000\n12000\n21000", "吨\n吨\n吨"));
        }
        return new Block.Table("table1", "表1  中卫市沙坡头区铁合金集群基本信息", columns, cells, List.of("注：一家企业填写一行信息。"),
                "t1");
    }

    static Block.Chart chart(Block.ChartKind kind) {
        return new Block.Chart("主要污染物减排量", kind, "吨", List.of("2025年", "2026年", "2027年"),
                List.of(series("颗粒物", "12.5", "30", "41.25"), series("SO2", "3.2", "", "9"),
                        series("NOx", "8", "15.5", "20")), "chart" + kind.ordinal());
    }

    private static Block.Series series(String name, String... values) {
        List<Optional<BigDecimal>> numbers = new ArrayList<>();
        for (String value : values) {
            numbers.add(value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)));
        }
        return new Block.Series(name, numbers);
    }

    static Document rich() {
        String text = "集群现有涉气企业8家，主要分布在镇罗镇、宣和镇。2024年PM2.5平均浓度33微克/立方米，PM10、SO2、NOx分别达标，"
                + "涉VOCs企业2家；“十四五”以来关停落后产能3家。";
        List<Block> blocks = new ArrayList<>(List.of(heading(1, "一、", "集群基本情况", "n1"),
                heading(2, "（一）", "集群概况", "n2"), body(text.repeat(3), "n3"), heading(3, "1.", "区位与规模。", "n4"),
                body(text, "n5"), new Block.Item(3, "1.", List.of(Run.text("提升污染治理水平。" + text)), "n6"),
                new Block.Item(4, "（1）", List.of(Run.text("无组织收集。" + text)), "n7"),
                chart(Block.ChartKind.COLUMN), new Block.Section(Block.Orientation.LANDSCAPE), table1(9),
                new Block.Section(Block.Orientation.PORTRAIT), heading(1, "二、", "提升方案", "n8"), body(text, "n9"),
                chart(Block.ChartKind.STACKED_COLUMN), chart(Block.ChartKind.BAR), chart(Block.ChartKind.LINE),
                new Block.Section(Block.Orientation.LANDSCAPE), table4(12),
                new Block.Section(Block.Orientation.PORTRAIT),
                new Block.Paragraph(Block.ParagraphStyle.SIGNATURE, List.of(Run.text("沙坡头区人民政府办公室")), ""),
                new Block.Paragraph(Block.ParagraphStyle.DATE, List.of(Run.text("2026年11月23日")), ""),
                new Block.Paragraph(Block.ParagraphStyle.NOTE, List.of(Run.text("（此件公开发布）")), "")));
        return new Document(List.of("中卫市沙坡头区铁合金集群", "大气污染防治水平提升工作方案"), "征求意见稿", "示例数据", blocks);
    }
}
