package org.lantian.engine.sheet;

import java.util.List;
import java.util.Optional;

import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.vocabulary.Approval;

/** Tables shaped like the outline's, for tests. */
final class OutlineTables {

    private OutlineTables() {
    }

    static List<TableSpec> all() {
        return List.of(table1(), table2(), table4(), supplement());
    }

    /** 20 leaf columns; 企业名称 stands twice. */
    static TableSpec table1() {
        return new TableSpec("table1", Optional.of(1), "表1  {city}{cluster}基本信息", "表1集群基本信息",
                List.of(leaf("ordinal", "序号", Field.ROW_ORDINAL), leaf("county", "县（市）区", Field.ENTERPRISE_COUNTY),
                        leaf("town", "乡镇（街道）", Field.ENTERPRISE_TOWN),
                        required("cluster", "集群名称", Field.CLUSTER_NAME),
                        required("name", "企业名称", Field.ENTERPRISE_NAME),
                        choice("approval", "批准情况（国家级、省级、市级、区县级、自发聚集）", Field.CLUSTER_APPROVAL, false,
                                java.util.Arrays.stream(Approval.values()).map(Approval::term).toArray(String[]::new)),
                        required("name-again", "企业名称", Field.ENTERPRISE_NAME),
                        leaf("industry", "行业类别", Field.ENTERPRISE_INDUSTRY),
                        leaf("equipment", "生产设备", Field.EQUIPMENT_NAME),
                        group("energy", "能源消耗情况", leaf("energy-type", "能源类型（煤、电、天然气等）", Field.ENERGY_TYPE),
                                leaf("energy-amount", "消耗量", Field.ENERGY_AMOUNT),
                                leaf("energy-unit", "单位", Field.ENERGY_UNIT),
                                leaf("heating", "是否协同供暖", Field.ENERGY_HEATING)),
                        group("product", "产品情况", leaf("product-name", "产品名称", Field.PRODUCT_NAME),
                                leaf("capacity", "产能", Field.PRODUCT_CAPACITY),
                                leaf("output", "{baseYear}年产量", Field.PRODUCT_OUTPUT),
                                leaf("product-unit", "产能（产量）单位", Field.PRODUCT_UNIT)),
                        group("material", "原辅材料", leaf("material-name", "名称", Field.MATERIAL_NAME),
                                leaf("material-amount", "使用量", Field.MATERIAL_AMOUNT),
                                leaf("material-unit", "单位", Field.MATERIAL_UNIT))),
                List.of("注：一家企业填写一行信息。"));
    }

    /** Part of table 2. */
    static TableSpec table2() {
        return new TableSpec("table2", Optional.of(2), "表2  {city}{cluster}废气治理现状", "表2废气治理现状",
                List.of(leaf("ordinal", "序号", Field.ROW_ORDINAL), required("name", "企业名称", Field.ENTERPRISE_NAME),
                        leaf("process", "生产设备/产污环节", Field.TREATMENT_PROCESS),
                        choice("collection", "无组织收集方式【外部集气罩、密闭正压、密闭负压、管道、其他（具体工艺】",
                                Field.TREATMENT_COLLECTION, true, "外部集气罩", "密闭正压", "密闭负压", "管道"),
                        group("organised", "有组织治理情况",
                                leaf("desulphurisation", "脱硫工艺", Field.TREATMENT_DESULPHURISATION),
                                choice("denitration", "脱硝工艺【SCR/SNCR/SNCR+SCR/其他请注明】",
                                        Field.TREATMENT_DENITRATION, true, "SCR", "SNCR", "SNCR+SCR"),
                                column("ammonia", "正常工况喷氨量（注明单位，如升/分钟、吨/小时等，可列范围）",
                                        Field.TREATMENT_AMMONIA, "treatment_denitration == 'SNCR'", Optional.empty(),
                                        false)),
                        group("concentration", "{baseYear}年污染物年均排放浓度（毫克/立方米）",
                                measured("pm", "颗粒物", Field.TREATMENT_CONCENTRATION_PM, "毫克/立方米"),
                                measured("so2", "SO2", Field.TREATMENT_CONCENTRATION_SO2, "毫克/立方米")),
                        measured("transport", "运输总量（万吨/年）", Field.TRANSPORT_AMOUNT, "万吨/年")),
                List.of());
    }

    /** Part of table 4. */
    static TableSpec table4() {
        return new TableSpec("table4", Optional.of(4), "表4  {city}{cluster}提升任务及目标表", "表4提升任务及目标",
                List.of(leaf("ordinal", "序号", Field.ROW_ORDINAL),
                        required("subject", "企业名称（集群名称）", Field.MEASURE_SUBJECT),
                        choice("type", "提升类型（淘汰关停、搬迁入园、就地改造、做优做强）", Field.MEASURE_UPGRADE_TYPE, false, "淘汰关停",
                                "搬迁入园", "就地改造", "做优做强"),
                        group("tasks", "改造任务", leaf("fugitive", "无组织收集方面", Field.MEASURE_FUGITIVE),
                                leaf("organised", "有组织治理方面", Field.MEASURE_ORGANISED)),
                        leaf("deadline", "完成时限", Field.MEASURE_DEADLINE)),
                List.of());
    }

    static TableSpec supplement() {
        return new TableSpec("enterprise", Optional.empty(), "企业补充信息", "企业补充信息",
                List.of(required("name", "企业名称", Field.ENTERPRISE_NAME),
                        leaf("code", "统一社会信用代码", Field.ENTERPRISE_CREDIT_CODE),
                        leaf("permit", "排污许可证编号", Field.ENTERPRISE_PERMIT_NUMBER)),
                List.of());
    }

    static ColumnSpec leaf(String id, String header, Field field) {
        return column(id, header, field, "never", Optional.empty(), false);
    }

    static ColumnSpec required(String id, String header, Field field) {
        return column(id, header, field, "always", Optional.empty(), false);
    }

    static ColumnSpec measured(String id, String header, Field field, String unit) {
        return column(id, header, field, "never", Optional.of(unit), false);
    }

    static ColumnSpec choice(String id, String header, Field field, boolean other, String... allowed) {
        return column(id, header, field, "never", Optional.empty(), other, allowed);
    }

    static ColumnSpec group(String id, String header, ColumnSpec... children) {
        return new ColumnSpec(id, header, List.of(), Optional.empty(), children[0].type(), Optional.empty(), List.of(),
                false, "never", "", 1, List.of(children));
    }

    private static ColumnSpec column(String id, String header, Field field, String required, Optional<String> unit,
            boolean other, String... allowed) {
        return new ColumnSpec(id, header, List.of(), Optional.of(field), field.type(), unit, List.of(allowed), other,
                required, "", 4, List.of());
    }
}
