package org.lantian.plugin.table;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.lantian.plugin.table.FieldGroup.CLUSTER;
import static org.lantian.plugin.table.FieldGroup.EMISSION;
import static org.lantian.plugin.table.FieldGroup.ENERGY_USE;
import static org.lantian.plugin.table.FieldGroup.ENTERPRISE;
import static org.lantian.plugin.table.FieldGroup.EQUIPMENT;
import static org.lantian.plugin.table.FieldGroup.FINDING;
import static org.lantian.plugin.table.FieldGroup.MEASURE;
import static org.lantian.plugin.table.FieldGroup.OUTLET;
import static org.lantian.plugin.table.FieldGroup.PRODUCT;
import static org.lantian.plugin.table.FieldGroup.PRODUCTION_LINE;
import static org.lantian.plugin.table.FieldGroup.RAW_MATERIAL;
import static org.lantian.plugin.table.FieldGroup.ROW;
import static org.lantian.plugin.table.FieldGroup.TRANSPORT;
import static org.lantian.plugin.table.FieldGroup.TREATMENT;
import static org.lantian.plugin.table.FieldGroup.VOCS_MATERIAL;

/**
 * The catalogue of fields a table column may bind to. An id never changes its meaning; new fields are appended.
 * Amounts are per year of the plan's base year unless the meaning says otherwise.
 */
public enum Field {
    ROW_ORDINAL("row.ordinal", ROW, ValueType.ORDINAL, "序号"),
    CLUSTER_NAME("cluster.name", CLUSTER, ValueType.TEXT, "集群名称"),
    CLUSTER_APPROVAL("cluster.approval", CLUSTER, ValueType.CHOICE, "批准情况"),
    ENTERPRISE_COUNTY("enterprise.county", ENTERPRISE, ValueType.TEXT, "县（市）区"),
    ENTERPRISE_TOWN("enterprise.town", ENTERPRISE, ValueType.TEXT, "乡镇（街道）"),
    ENTERPRISE_NAME("enterprise.name", ENTERPRISE, ValueType.TEXT, "企业名称"),
    ENTERPRISE_CREDIT_CODE("enterprise.creditCode", ENTERPRISE, ValueType.CREDIT_CODE, "统一社会信用代码"),
    ENTERPRISE_PERMIT_NUMBER("enterprise.permitNumber", ENTERPRISE, ValueType.PERMIT_NUMBER, "排污许可证编号"),
    ENTERPRISE_INDUSTRY("enterprise.industry", ENTERPRISE, ValueType.INDUSTRY, "行业类别"),
    ENTERPRISE_GRADE("enterprise.grade", ENTERPRISE, ValueType.TEXT, "环保绩效等级"),
    EQUIPMENT_NAME("equipment.name", EQUIPMENT, ValueType.TEXT, "生产设备"),
    ENERGY_TYPE("energy.type", ENERGY_USE, ValueType.TEXT, "能源类型"),
    ENERGY_AMOUNT("energy.amount", ENERGY_USE, ValueType.DECIMAL, "能源消耗量"),
    ENERGY_UNIT("energy.unit", ENERGY_USE, ValueType.TEXT, "能源消耗量单位"),
    ENERGY_HEATING("energy.heating", ENERGY_USE, ValueType.YES_NO, "是否协同供暖"),
    PRODUCT_NAME("product.name", PRODUCT, ValueType.TEXT, "产品名称"),
    PRODUCT_CAPACITY("product.capacity", PRODUCT, ValueType.DECIMAL, "产能"),
    PRODUCT_OUTPUT("product.output", PRODUCT, ValueType.DECIMAL, "基准年产量"),
    PRODUCT_UNIT("product.unit", PRODUCT, ValueType.TEXT, "产能（产量）单位"),
    MATERIAL_NAME("material.name", RAW_MATERIAL, ValueType.TEXT, "原辅材料名称"),
    MATERIAL_AMOUNT("material.amount", RAW_MATERIAL, ValueType.DECIMAL, "原辅材料使用量"),
    MATERIAL_UNIT("material.unit", RAW_MATERIAL, ValueType.TEXT, "原辅材料使用量单位"),
    TREATMENT_PROCESS("treatment.process", TREATMENT, ValueType.TEXT, "生产设备/产污环节"),
    TREATMENT_COLLECTION("treatment.collection", TREATMENT, ValueType.CHOICE, "无组织收集方式"),
    TREATMENT_DESULPHURISATION("treatment.desulphurisation", TREATMENT, ValueType.TEXT, "脱硫工艺"),
    TREATMENT_DENITRATION("treatment.denitration", TREATMENT, ValueType.CHOICE, "脱硝工艺"),
    TREATMENT_REDUCTANT("treatment.reductant", TREATMENT, ValueType.CHOICE, "脱硝还原剂类型"),
    TREATMENT_AMMONIA("treatment.ammonia", TREATMENT, ValueType.RANGE, "正常工况喷氨量"),
    TREATMENT_DEDUSTING("treatment.dedusting", TREATMENT, ValueType.TEXT, "除尘工艺"),
    TREATMENT_VOCS("treatment.vocs", TREATMENT, ValueType.TEXT, "VOCs治理工艺"),
    TREATMENT_CONCENTRATION_PM("treatment.concentration.pm", TREATMENT, ValueType.DECIMAL, "颗粒物年均排放浓度，毫克/立方米"),
    TREATMENT_CONCENTRATION_SO2("treatment.concentration.so2", TREATMENT, ValueType.DECIMAL, "SO2年均排放浓度，毫克/立方米"),
    TREATMENT_CONCENTRATION_NOX("treatment.concentration.nox", TREATMENT, ValueType.DECIMAL, "NOx年均排放浓度，毫克/立方米"),
    TREATMENT_CONCENTRATION_VOCS("treatment.concentration.vocs", TREATMENT, ValueType.DECIMAL, "VOCs年均排放浓度，毫克/立方米"),
    TRANSPORT_AMOUNT("transport.amount", TRANSPORT, ValueType.DECIMAL, "运输总量，万吨/年"),
    TRANSPORT_MODE("transport.mode", TRANSPORT, ValueType.TEXT, "主要运输方式，不含厂内短倒"),
    OUTLET_NUMBER("outlet.number", OUTLET, ValueType.TEXT, "排放口编号"),
    OUTLET_SOURCE_CATEGORY("outlet.sourceCategory", OUTLET, ValueType.TEXT, "源类别"),
    OUTLET_DRY_FLOW("outlet.dryFlow", OUTLET, ValueType.DECIMAL, "标干流量，标立方米/小时"),
    OUTLET_HOURS("outlet.hours", OUTLET, ValueType.DECIMAL, "年运行小时"),
    OUTLET_OXYGEN("outlet.oxygen", OUTLET, ValueType.DECIMAL, "实测氧含量，%"),
    OUTLET_CONCENTRATION_PM("outlet.concentration.pm", OUTLET, ValueType.DECIMAL, "颗粒物年均实测浓度，毫克/立方米"),
    OUTLET_CONCENTRATION_SO2("outlet.concentration.so2", OUTLET, ValueType.DECIMAL, "SO2年均实测浓度，毫克/立方米"),
    OUTLET_CONCENTRATION_NOX("outlet.concentration.nox", OUTLET, ValueType.DECIMAL, "NOx年均实测浓度，毫克/立方米"),
    OUTLET_CONCENTRATION_VOCS("outlet.concentration.vocs", OUTLET, ValueType.DECIMAL, "VOCs年均实测浓度，毫克/立方米"),
    FINDING_FUGITIVE("finding.fugitive", FINDING, ValueType.TEXT, "问题：无组织收集方面"),
    FINDING_ORGANISED("finding.organised", FINDING, ValueType.TEXT, "问题：有组织治理方面"),
    FINDING_TRANSPORT("finding.transport", FINDING, ValueType.TEXT, "问题：清洁运输/移动源监管方面"),
    FINDING_GRADE("finding.grade", FINDING, ValueType.TEXT, "问题：环保绩效提级方面"),
    MEASURE_SUBJECT("measure.subject", MEASURE, ValueType.TEXT, "企业名称（集群名称）"),
    MEASURE_UPGRADE_TYPE("measure.upgradeType", MEASURE, ValueType.CHOICE, "提升类型"),
    MEASURE_FUGITIVE("measure.fugitive", MEASURE, ValueType.TEXT, "改造任务：无组织收集方面"),
    MEASURE_ORGANISED("measure.organised", MEASURE, ValueType.TEXT, "改造任务：有组织治理方面"),
    MEASURE_MOBILE("measure.mobile", MEASURE, ValueType.TEXT, "改造任务：移动源监管方面"),
    MEASURE_GRADE("measure.grade", MEASURE, ValueType.TEXT, "改造任务：环保绩效提级方面"),
    MEASURE_INFRASTRUCTURE("measure.infrastructure", MEASURE, ValueType.TEXT, "改造任务：环境基础设施建设"),
    MEASURE_GOAL("measure.goal", MEASURE, ValueType.TEXT, "预期目标"),
    MEASURE_DEADLINE("measure.deadline", MEASURE, ValueType.DEADLINE, "完成时限"),
    MEASURE_REDUCTION("measure.reduction", MEASURE, ValueType.TEXT, "减排量，吨，可按污染物分列"),
    OUTLET_STANDARD("outlet.standard", OUTLET, ValueType.TEXT, "执行标准，标准号和表号"),
    OUTLET_LIMIT_PM("outlet.limit.pm", OUTLET, ValueType.DECIMAL, "颗粒物执行限值，毫克/立方米"),
    OUTLET_LIMIT_SO2("outlet.limit.so2", OUTLET, ValueType.DECIMAL, "SO2执行限值，毫克/立方米"),
    OUTLET_LIMIT_NOX("outlet.limit.nox", OUTLET, ValueType.DECIMAL, "NOx执行限值，毫克/立方米"),
    OUTLET_LIMIT_VOCS("outlet.limit.vocs", OUTLET, ValueType.DECIMAL, "VOCs执行限值，毫克/立方米"),
    OUTLET_MONITORING("outlet.monitoring", OUTLET, ValueType.CHOICE, "监测方式"),
    TRANSPORT_CLEAN_SHARE("transport.cleanShare", TRANSPORT, ValueType.DECIMAL, "清洁运输比例，%"),
    VOCS_MATERIAL_NAME("vocsMaterial.name", VOCS_MATERIAL, ValueType.TEXT, "含VOCs物料名称"),
    VOCS_MATERIAL_USE("vocsMaterial.use", VOCS_MATERIAL, ValueType.DECIMAL, "含VOCs物料使用量，吨/年"),
    VOCS_MATERIAL_CONTENT("vocsMaterial.content", VOCS_MATERIAL, ValueType.DECIMAL, "VOCs质量占比，%"),
    VOCS_MATERIAL_GENERATION("vocsMaterial.generation", VOCS_MATERIAL, ValueType.DECIMAL, "VOCs原始产生量，吨/年"),
    LINE_NAME("line.name", PRODUCTION_LINE, ValueType.TEXT, "生产线名称"),
    LINE_EQUIPMENT("line.equipment", PRODUCTION_LINE, ValueType.TEXT, "生产线主要设备"),
    LINE_COUNT("line.count", PRODUCTION_LINE, ValueType.DECIMAL, "主要设备数量，台（套）"),
    LINE_CAPACITY("line.capacity", PRODUCTION_LINE, ValueType.DECIMAL, "生产线设计产能"),
    LINE_PERMITTED("line.permitted", PRODUCTION_LINE, ValueType.DECIMAL, "排污许可证载明的产能"),
    LINE_UNIT("line.unit", PRODUCTION_LINE, ValueType.TEXT, "生产线产能单位"),
    EMISSION_POLLUTANT("emission.pollutant", EMISSION, ValueType.CHOICE, "污染物"),
    EMISSION_PERMITTED("emission.permitted", EMISSION, ValueType.DECIMAL, "许可排放量，吨/年"),
    EMISSION_ACTUAL("emission.actual", EMISSION, ValueType.DECIMAL, "实际排放量，吨/年"),
    EMISSION_METHOD("emission.method", EMISSION, ValueType.CHOICE, "实际排放量的核算方法"),
    EMISSION_SOURCE("emission.source", EMISSION, ValueType.TEXT, "实际排放量的数据来源");

    private static final Map<String, Field> BY_ID = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Field::id, Function.identity()));

    private final String id;
    private final FieldGroup group;
    private final ValueType type;
    private final String meaning;

    Field(String id, FieldGroup group, ValueType type, String meaning) {
        this.id = id;
        this.group = group;
        this.type = type;
        this.meaning = meaning;
    }

    /** Stable id, for example {@code product.output}. */
    public String id() {
        return id;
    }

    public FieldGroup group() {
        return group;
    }

    public ValueType type() {
        return type;
    }

    /** The Chinese meaning, with its unit. */
    public String meaning() {
        return meaning;
    }

    /** Name of the CEL variable: the id with dots as underscores. */
    public String variable() {
        return id.replace('.', '_');
    }

    public static Optional<Field> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
