package org.lantian.engine.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.cel.runtime.CelAttribute;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Pollutant;

/** Words a verdict that cannot be given: 数据缺失 and what is missing. */
final class MissingData {

    private MissingData() {
    }

    static Verdict.Unknown unknown(Verdict.Origin origin, List<Field> absent) {
        return new Verdict.Unknown(origin, absent.stream().map(Field::id).toList(),
                sentence(absent.stream().map(MissingData::nameOf).toList()));
    }

    /** The enterprise has no row of the group at all. */
    static Verdict.Unknown unknown(Verdict.Origin origin, FieldGroup group) {
        return new Verdict.Unknown(origin, List.of(), sentence(List.of(switch (group) {
            case EQUIPMENT -> "生产设备";
            case ENERGY_USE -> "能源消耗情况";
            case PRODUCT -> "产品情况";
            case RAW_MATERIAL -> "原辅材料";
            case TREATMENT -> "废气治理现状";
            case OUTLET -> "排放口信息";
            case VOCS_MATERIAL -> "含VOCs物料";
            case PRODUCTION_LINE -> "生产线";
            case EMISSION -> "年排放量";
            case ROW, CLUSTER, ENTERPRISE, TRANSPORT, FINDING, MEASURE ->
                throw new IllegalArgumentException(group + " has no rows of its own");
        })));
    }

    static Verdict.Unknown unknown(Verdict.Origin origin, Expression.Outcome outcome) {
        if (!outcome.failure().isEmpty()) {
            return new Verdict.Unknown(origin, List.of(), "规则未能执行：" + outcome.failure());
        }
        Set<String> ids = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        for (CelAttribute attribute : outcome.unknown()) {
            String root = attribute.qualifiers().getFirst().asString();
            fieldOf(root).ifPresent(field -> ids.add(field.id()));
            names.add(nameOf(root, attribute));
        }
        return new Verdict.Unknown(origin, List.copyOf(ids), sentence(names));
    }

    private static String sentence(List<String> names) {
        return "数据缺失：" + String.join("、", names);
    }

    /** The meaning without its unit. */
    private static String nameOf(Field field) {
        return field.meaning().replaceFirst("，.*", "");
    }

    private static String nameOf(String root, CelAttribute attribute) {
        if (root.equals(HostFunctions.OXYGEN)) {
            return qualifier(attribute, 1);
        }
        if (root.equals(HostFunctions.BOILER_SIZE)) {
            return "“" + qualifier(attribute, 1) + "”的额定蒸发量（蒸吨/小时）";
        }
        if (root.equals(SourceCategories.VARIABLE)) {
            return SourceCategories.LABEL;
        }
        if (root.equals(HostFunctions.STANDARD)) {
            return qualifier(attribute, 1).isEmpty() ? "源类别“" + qualifier(attribute, 2) + "”适用的标准号"
                    : "执行标准“" + qualifier(attribute, 1) + "”的标准号";
        }
        if (root.equals(HostFunctions.LIMIT)) {
            String pollutant = qualifier(attribute, 2);
            return "源类别“" + qualifier(attribute, 1) + "”的" + (pollutant.isEmpty() ? ""
                    : Pollutant.valueOf(pollutant).term()) + "排放限值";
        }
        return DerivedFact.ofVariable(root).map(DerivedFact::label)
                .or(() -> fieldOf(root).map(MissingData::nameOf)).orElse(root);
    }

    private static String qualifier(CelAttribute attribute, int index) {
        return attribute.qualifiers().get(index).asString();
    }

    private static Optional<Field> fieldOf(String variable) {
        return DerivedFact.ofVariable(variable).map(DerivedFact::field).or(() -> Arrays.stream(Field.values())
                .filter(field -> field.variable().equals(variable)).findFirst());
    }
}
