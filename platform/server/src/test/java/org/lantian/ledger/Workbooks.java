package org.lantian.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as cities send them; cells are parted by {@code |}, a line break in a cell is written ⏎. */
final class Workbooks {

    private static final String TABLE1_TOP = "序号|县（市）区|乡镇（街道）|集群名称|企业名称|批准情况|企业名称|行业类别|生产设备"
            + "|能源消耗情况||||产品情况||||原辅材料||";
    private static final String TABLE1_LEAVES = "|||||||||能源类型|消耗量|单位|是否协同供暖|产品名称|产能|2024年产量|产能（产量）单位|名称|使用量|单位";
    private static final String TABLE2_TOP = "序号|企业名称|环保绩效等级|生产设备/产污环节|无组织收集方式|有组织治理情况||||||"
            + "2024年污染物年均排放浓度（毫克/立方米）||||运输总量（万吨/年）|主要运输方式";
    private static final String TABLE2_LEAVES = "|||||脱硫工艺|脱硝工艺|脱硝还原剂类型|正常工况喷氨量|除尘工艺|VOCs治理工艺|颗粒物|SO2|NOx|VOCs||";

    private final Map<String, List<String>> sheets = new LinkedHashMap<>();
    private final Map<String, List<CellRangeAddress>> merges = new HashMap<>();

    static Workbooks empty() {
        return new Workbooks();
    }

    /** A row of table 1 without children. */
    static String enterprise(String cluster, String name) {
        return "1|沙坡头区|柔远镇|" + cluster + "|" + name + "|市级||3140 铁合金冶炼|矿热炉|煤|100|吨|否|硅铁|50|40.5|万吨|硅石|9|吨";
    }

    /** A row of table 2 with one treatment. */
    static String treatment(String name) {
        return "1|" + name + "|C|矿热炉|密闭负压|/|SNCR|氨水|5-8升/分钟|布袋除尘|/|8.5|30|90|/|12.5|公路，国五";
    }

    Workbooks table1(String... rows) {
        return sheet("表1", TABLE1_TOP, TABLE1_LEAVES, rows);
    }

    Workbooks table2(String... rows) {
        return sheet("表2", TABLE2_TOP, TABLE2_LEAVES, rows);
    }

    Workbooks codes(String... rows) {
        return sheet("企业档案", "集群名称|企业名称|统一社会信用代码|排污许可证编号", "", rows);
    }

    Workbooks outlets(String... rows) {
        return sheet("排放口", "集群名称|企业名称|编号|源类别|标干流量（标立方米/小时）|年运行小时|氧含量（%）|2024年年均实测浓度（毫克/立方米）|||",
                "|||||||颗粒物|SO2|NOx|VOCs", rows);
    }

    Workbooks vocsMaterials(String... rows) {
        return sheet("含VOCs物料", "集群名称|企业名称|物料名称|使用量（吨/年）|VOCs含量（%）|VOCs原始产生量（吨/年）", "", rows);
    }

    Workbooks lines(String... rows) {
        return sheet("生产线", "集群名称|企业名称|生产线名称|主要设备|台（套）数|设计产能|许可产能|产能单位", "", rows);
    }

    Workbooks emissions(String... rows) {
        return sheet("年排放量", "集群名称|企业名称|污染物|许可排放量（吨/年）|2024年实际排放量（吨）|核算方法|数据来源", "", rows);
    }

    Workbooks findings(String... rows) {
        return sheet("表3", "序号|企业名称|问题分析|||", "||无组织收集方面|有组织治理方面|清洁运输/移动源监管方面|环保绩效提级方面", rows);
    }

    Workbooks measures(String... rows) {
        return sheet("表4", "序号|企业名称（集群名称）|提升类型|改造任务|||||预期目标|完成时限|减排量（吨）",
                "|||无组织收集方面|有组织治理方面|移动源监管方面|环保绩效提级方面|环境基础设施建设|||", rows);
    }

    /** Any sheet; a blank second header line is left out. */
    Workbooks sheet(String name, String top, String leaves, String... rows) {
        List<String> lines = new ArrayList<>(List.of(top));
        if (!leaves.isEmpty()) {
            lines.add(leaves);
        }
        lines.addAll(List.of(rows));
        sheets.put(name, lines);
        return this;
    }

    /** Changes every line of a sheet. */
    Workbooks change(String sheet, UnaryOperator<String> change) {
        sheets.computeIfPresent(sheet, (name, lines) -> lines.stream().map(change).toList());
        return this;
    }

    /** Merges cells of a sheet, for example O18:O19. */
    Workbooks merge(String sheet, String... ranges) {
        merges.computeIfAbsent(sheet, name -> new ArrayList<>())
                .addAll(Stream.of(ranges).map(CellRangeAddress::valueOf).toList());
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            for (Map.Entry<String, List<String>> sheet : sheets.entrySet()) {
                Worksheet written = book.newWorksheet(sheet.getKey());
                write(written, sheet.getValue());
                merges.getOrDefault(sheet.getKey(), List.of()).forEach(range -> written.range(range.getFirstRow(),
                        range.getFirstColumn(), range.getLastRow(), range.getLastColumn()).merge());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, List<String> lines) {
        for (int row = 0; row < lines.size(); row++) {
            String[] cells = lines.get(row).split("\\|", -1);
            for (int column = 0; column < cells.length; column++) {
                String text = cells[column].replace("⏎", "\n");
                if (text.startsWith("=")) {
                    sheet.formula(row, column, text.substring(1));
                } else if (text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")) {
                    sheet.value(row, column, new java.math.BigDecimal(text));
                } else if (!text.isBlank()) {
                    sheet.value(row, column, text);
                }
            }
        }
    }
}
