package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Kind;
import org.lantian.engine.sheet.Grid.Merge;
import org.lantian.engine.sheet.Grid.Row;

/** Builds grids from lines of text; cells are parted by {@code |}, {@code \n} in a cell is written ⏎. */
final class Grids {

    static final String TABLE1_TOP = "序号|县（市）区|乡镇（街道）|集群名称|企业名称|批准情况（国家级、省级、市级、区县级、自发聚集）|企业名称|行业类别|生产设备"
            + "|能源消耗情况||||产品情况||||原辅材料||";
    static final String TABLE1_LEAVES = "|||||||||能源类型（煤、电、天然气等）|消耗量|单位|是否协同供暖|产品名称|产能|2024年产量|产能（产量）单位|名称|使用量|单位";
    static final String TABLE2_TOP = "序号|企业名称|生产设备/产污环节|无组织收集方式【外部集气罩、密闭正压、密闭负压、管道、其他（具体工艺】|有组织治理情况"
            + "|||2024年污染物年均排放浓度（毫克/立方米）||运输总量（万吨/年）";
    static final String TABLE2_LEAVES = "||||脱硫工艺|脱硝工艺|正常工况喷氨量|颗粒物|SO2|";

    private Grids() {
    }

    static Grid grid(String sheet, List<String> lines, Merge... merges) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            String[] texts = lines.get(row).split("\\|", -1);
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < texts.length; column++) {
                if (!texts[column].isBlank()) {
                    cells.add(new Cell(row, column, kind(texts[column]), texts[column].replace("⏎", "\n")));
                }
            }
            if (!cells.isEmpty()) {
                rows.add(Row.of(row, cells));
            }
        }
        return new Grid(sheet, false, rows, List.of(merges));
    }

    /** Table 1 as the outline prints it, merged, under a title; data begin in row 4. */
    static Grid table1(String... data) {
        List<String> lines = new ArrayList<>(List.of("表1  中卫市沙坡头区铁合金集群基本信息", TABLE1_TOP, TABLE1_LEAVES));
        lines.addAll(List.of(data));
        List<Merge> merges = new ArrayList<>(List.of(new Merge(0, 0, 0, 19), new Merge(1, 9, 1, 12),
                new Merge(1, 13, 1, 16), new Merge(1, 17, 1, 19)));
        for (int column = 0; column < 9; column++) {
            merges.add(new Merge(1, column, 2, column));
        }
        return grid("表1", lines, merges.toArray(Merge[]::new));
    }

    /** Table 2, merged; data begin in row 3. */
    static Grid table2(String... data) {
        List<String> lines = new ArrayList<>(List.of(TABLE2_TOP, TABLE2_LEAVES));
        lines.addAll(List.of(data));
        return grid("表2", lines, new Merge(0, 0, 1, 0), new Merge(0, 1, 1, 1), new Merge(0, 2, 1, 2),
                new Merge(0, 3, 1, 3), new Merge(0, 4, 0, 6), new Merge(0, 7, 0, 8), new Merge(0, 9, 1, 9));
    }

    private static Kind kind(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Kind.DATE;
        }
        if (text.startsWith("#")) {
            return Kind.ERROR;
        }
        return text.matches("-?\\d+(\\.\\d+)?") ? Kind.NUMBER : Kind.TEXT;
    }
}
