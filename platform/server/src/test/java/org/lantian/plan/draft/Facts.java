package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.ProfileResolver;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.profile.YamlProfile;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plan.draft.MeasureFacts.Reduction;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/** Small facts that build on each other. */
public final class Facts {

    private Facts() {
    }

    /** The national profile as it is shipped. */
    public static ResolvedProfile profile() {
        ProfileContribution own = YamlProfile.ofFolder(Path.of("../../plugins/profile-national/src/main/plugin"));
        return ProfileResolver.resolve(own.metadata().orElseThrow().ref(), ref -> Optional.of(own));
    }

    public static Map<Field, FieldValue> row(Object... fieldsAndValues) {
        Map<Field, FieldValue> row = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            row.put((Field) fieldsAndValues[i], value((Field) fieldsAndValues[i], (String) fieldsAndValues[i + 1]));
        }
        return row;
    }

    private static FieldValue value(Field field, String text) {
        if (text.equals("/")) {
            return new FieldValue.None();
        }
        return switch (field.type()) {
            case DECIMAL, INTEGER -> new FieldValue.Number(new BigDecimal(text));
            default -> new FieldValue.Text(text);
        };
    }

    @SafeVarargs
    public static EnterpriseFacts enterprise(String key, String name, String town, String industry,
            Map<Field, FieldValue>... rows) {
        Map<Field, FieldValue> values = row(Field.ENTERPRISE_NAME, name, Field.ENTERPRISE_COUNTY, "沙坡头区",
                Field.ENTERPRISE_TOWN, town, Field.ENTERPRISE_INDUSTRY, industry);
        Map<FieldGroup, List<Map<Field, FieldValue>>> groups = new HashMap<>();
        Arrays.stream(rows).forEach(row -> groups.merge(row.keySet().iterator().next().group(), List.of(row),
                (before, next) -> java.util.stream.Stream.concat(before.stream(), next.stream()).toList()));
        return new EnterpriseFacts(key, values, groups);
    }

    public static Map<Field, FieldValue> product(String name, String capacity, String output, String unit) {
        return row(Field.PRODUCT_NAME, name, Field.PRODUCT_CAPACITY, capacity, Field.PRODUCT_OUTPUT, output,
                Field.PRODUCT_UNIT, unit);
    }

    public static Map<Field, FieldValue> outlet(String number, String pm, String nox, String flow, String hours) {
        return row(Field.OUTLET_NUMBER, number, Field.OUTLET_CONCENTRATION_PM, pm, Field.OUTLET_CONCENTRATION_NOX, nox,
                Field.OUTLET_DRY_FLOW, flow, Field.OUTLET_HOURS, hours);
    }

    public static MeasureFacts measure(String key, EnterpriseFacts one, UpgradeType type, String deadline,
            Map<Pollutant, String> tonnes) {
        Map<Pollutant, Part> parts = new HashMap<>();
        tonnes.forEach((pollutant, amount) -> parts.put(pollutant,
                amount.isEmpty() ? Part.unknown("缺数据") : Part.manual(new BigDecimal(amount))));
        LocalDate day = LocalDate.parse(deadline);
        Map<TaskAspect, String> tasks = type == UpgradeType.CLOSURE ? Map.of()
                : Map.of(TaskAspect.ORGANISED, "更换覆膜滤料");
        return new MeasureFacts(key, Values.name(one), List.of(one.key()), type, tasks, "颗粒物≤10毫克/立方米", day,
                day.getYear() + "年" + day.getMonthValue() + "月", new Reduction(parts, Optional.empty()));
    }

    public static ClusterFacts cluster(List<EnterpriseFacts> enterprises, List<FindingFacts> findings,
            List<MeasureFacts> measures) {
        return new ClusterFacts("中卫市沙坡头区", "沙坡头区铁合金集群", Optional.of("自发聚集"), 2024, 2025, 2027, enterprises, findings,
                measures);
    }
}
