package org.lantian.tck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.region.SourceCategoryWords;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.ValueType;

/** Fictitious enterprises between which the rules of a profile must show all that they can do. */
final class SampleEnterprises {

    private static final Set<FieldGroup> OF_THE_ENTERPRISE = Set.of(FieldGroup.CLUSTER, FieldGroup.ENTERPRISE, FieldGroup.TRANSPORT);
    private static final Set<FieldGroup> ROWS = Set.of(FieldGroup.EQUIPMENT, FieldGroup.ENERGY_USE, FieldGroup.PRODUCT,
            FieldGroup.RAW_MATERIAL, FieldGroup.TREATMENT, FieldGroup.OUTLET, FieldGroup.VOCS_MATERIAL,
            FieldGroup.PRODUCTION_LINE, FieldGroup.EMISSION);

    private SampleEnterprises() {
    }

    static List<EnterpriseFacts> of(ResolvedProfile profile) {
        List<EnterpriseFacts> all = new ArrayList<>();
        all.add(new EnterpriseFacts("nothing", Map.of(), Map.of()));
        all.add(facts("blank", _ -> new FieldValue.Absent()));
        all.add(facts("none", _ -> new FieldValue.None()));
        for (String number : List.of("0", "1", "-1", "999999999999.999999")) {
            all.add(facts("number " + number, field -> value(field, "试验", number)));
        }
        Stream.concat(profile.techniqueLists().stream().map(TechniqueList::words).map(List::getFirst),
                profile.limits().stream().map(EmissionLimit::sourceCategory)).distinct()
                .forEach(word -> all.add(facts("word " + word, field -> value(field, word, "100"))));
        profile.region().sourceCategories().forEach(words -> all.add(withoutOutlets(words)));
        return all;
    }

    private static EnterpriseFacts facts(String key, Function<Field, FieldValue> value) {
        Map<FieldGroup, List<Map<Field, FieldValue>>> rows = new HashMap<>();
        ROWS.forEach(group -> rows.put(group, List.of(values(Set.of(group), value))));
        return new EnterpriseFacts(key, values(OF_THE_ENTERPRISE, value), rows);
    }

    /** Only table 2 tells the concentrations. */
    private static EnterpriseFacts withoutOutlets(SourceCategoryWords words) {
        EnterpriseFacts whole = facts("process " + words.id(), field -> value(field, switch (field) {
            case TREATMENT_PROCESS -> words.processes().getFirst();
            case ENTERPRISE_INDUSTRY -> words.industries().stream().findFirst().orElse("试验");
            case ENERGY_TYPE -> words.fuels().stream().findFirst().orElse("电");
            default -> "试验";
        }, "100"));
        Map<FieldGroup, List<Map<Field, FieldValue>>> rows = new HashMap<>(whole.rows());
        rows.remove(FieldGroup.OUTLET);
        return new EnterpriseFacts(whole.key(), whole.values(), rows);
    }

    private static Map<Field, FieldValue> values(Set<FieldGroup> groups, Function<Field, FieldValue> value) {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        Arrays.stream(Field.values()).filter(field -> groups.contains(field.group()))
                .forEach(field -> values.put(field, value.apply(field)));
        return values;
    }

    private static FieldValue value(Field field, String word, String number) {
        boolean numeric = field.type() == ValueType.DECIMAL || field.type() == ValueType.INTEGER;
        return numeric ? new FieldValue.Number(new BigDecimal(number)) : new FieldValue.Text(word);
    }
}
