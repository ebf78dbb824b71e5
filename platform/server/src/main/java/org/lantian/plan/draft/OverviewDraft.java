package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.quantity.Units;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.reference.Industry;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plan.draft.Values.Row;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** 集群概况: who and where, industries, products, energy, materials, and those that emit VOCs. */
final class OverviewDraft {

    /** Longer lists refer to table 1. */
    private static final int LISTED = 10;
    private static final Pattern NUMBER_OF_MACHINES = Pattern.compile("[×xX*]?\\d+(?:台|套|座|条|组)(?:（[^）]*）)?$");

    private final ClusterFacts facts;
    private final SectionDraft section;

    OverviewDraft(ClusterFacts facts, SectionDraft section) {
        this.facts = facts;
        this.section = section;
    }

    void write() {
        section.paragraph("distribution", distribution());
        if (!facts.enterprises().isEmpty()) {
            section.paragraph("industries", industries());
            section.paragraph("equipment", equipment());
            section.paragraph("products", amounts(FieldGroup.PRODUCT, Field.PRODUCT_NAME, Field.PRODUCT_UNIT, "主要产品",
                    List.of(new Measured(Field.PRODUCT_CAPACITY, "产能"), new Measured(Field.PRODUCT_OUTPUT,
                            facts.baseYear() + "年产量"))));
            section.paragraph("energy", amounts(FieldGroup.ENERGY_USE, Field.ENERGY_TYPE, Field.ENERGY_UNIT,
                    "集群使用能源", List.of(new Measured(Field.ENERGY_AMOUNT, "年耗量"))));
            section.paragraph("materials", amounts(FieldGroup.RAW_MATERIAL, Field.MATERIAL_NAME, Field.MATERIAL_UNIT,
                    "主要原辅材料", List.of(new Measured(Field.MATERIAL_AMOUNT, "年使用量"))));
            section.paragraph("vocs", vocs());
        }
        section.table("table1");
    }

    private Sentence distribution() {
        Sentence sentence = section.sentence().say(facts.place());
        facts.approval().ifPresent(word -> sentence.say("自发聚集".equals(word) ? "为自发聚集形成的产业集群，" : "为" + word + "批准的产业集群，"));
        if (facts.enterprises().isEmpty()) {
            return sentence.say("企业台账尚未录入。");
        }
        sentence.say("现有涉气企业").count("集群企业数", facts.enterprises().size(), "家");
        Tally<EnterpriseFacts> counties = byWord(Field.ENTERPRISE_COUNTY, "县（市）区未填报");
        if (counties.groups().size() > 1) {
            sentence.say("，分布在");
            counties.list(sentence, "按县（市）区", "家", LISTED, "其他县（市）区");
        }
        Tally<EnterpriseFacts> towns = byWord(Field.ENTERPRISE_TOWN, "乡镇（街道）未填报");
        if (towns.groups().size() > 1) {
            sentence.say("。按乡镇（街道）分，");
            towns.list(sentence, "按乡镇（街道）", "家", LISTED, "其他乡镇（街道）");
        } else if (!towns.groups().getFirst().word().startsWith("乡镇")) {
            sentence.say("，位于" + towns.groups().getFirst().word());
        }
        return sentence.say("。");
    }

    private Tally<EnterpriseFacts> byWord(Field field, String otherwise) {
        return Tally.of(facts.enterprises().stream(),
                enterprise -> Values.text(enterprise.values(), field).orElse(otherwise));
    }

    private Sentence industries() {
        Tally<EnterpriseFacts> divisions = Tally.of(facts.enterprises().stream(),
                enterprise -> Values.text(enterprise.values(), Field.ENTERPRISE_INDUSTRY).map(OverviewDraft::division)
                        .orElse("行业未填报"));
        Sentence sentence = section.sentence().say("按国民经济行业大类分，");
        divisions.list(sentence, "按行业", "家", LISTED, "其他行业");
        return sentence.say("。");
    }

    /** The 大类 of an industry cell; the cell's own words where the table does not know them. */
    static String division(String text) {
        Industries industries = Industries.standard();
        Optional<Industry> found = industries.find(text);
        while (found.isPresent() && found.get().level().compareTo(Industry.Level.DIVISION) > 0) {
            found = found.get().parent().flatMap(industries::findByCode);
        }
        return found.map(Industry::name).orElse(text);
    }

    private Sentence equipment() {
        Tally<Row> kinds = Tally.of(Values.rows(facts, FieldGroup.EQUIPMENT)
                .filter(row -> row.text(Field.EQUIPMENT_NAME).isPresent()),
                row -> NUMBER_OF_MACHINES.matcher(row.text(Field.EQUIPMENT_NAME).orElseThrow()).replaceAll(""));
        Sentence sentence = section.sentence();
        if (kinds.groups().isEmpty()) {
            return sentence;
        }
        int total = kinds.groups().stream().mapToInt(Tally.Group::size).sum();
        sentence.say("台账登记生产设备").count("登记的生产设备项数", total, "项").say("，主要有");
        sentence.say(String.join("、", kinds.largest(LISTED).stream().map(Tally.Group::word).toList()));
        return sentence.say(kinds.rest(LISTED).isEmpty() ? "。" : "等。");
    }

    /** A column that is summed, and what it is called. */
    private record Measured(Field field, String title) {
    }

    /** 硅铁产能140万吨、产量96.7万吨; amounts are added only where the name agrees and the units measure the same. */
    private Sentence amounts(FieldGroup group, Field name, Field unit, String opening, List<Measured> columns) {
        return amounts(section.sentence(), Values.rows(facts, group), name, unit, opening + "：", columns);
    }

    private Sentence amounts(Sentence sentence, Stream<Row> rows, Field name, Field unit, String opening,
            List<Measured> columns) {
        Tally<Row> things = Tally.of(rows.filter(row -> row.text(name).isPresent()),
                row -> row.text(name).orElseThrow());
        if (things.groups().isEmpty()) {
            return sentence;
        }
        sentence.say(opening);
        String between = "";
        for (Tally.Group<Row> thing : things.largest(LISTED)) {
            for (Tally.Group<Row> alike : Tally
                    .of(thing.members().stream(), row -> Units.base(row.text(unit).orElse(""))).groups()) {
                String printed = Units.largest(alike.members().stream().map(row -> row.text(unit).orElse("")).toList());
                sentence.say(between + thing.word());
                String comma = "";
                for (Measured column : columns) {
                    sentence.say(comma);
                    amount(sentence, alike.members(), thing.word(), unit, printed, column);
                    comma = "、";
                }
                between = "；";
            }
        }
        return sentence.say(things.rest(LISTED).isEmpty() ? "。" : "；其余见表1。");
    }

    private void amount(Sentence sentence, List<Row> rows, String name, Field unitField, String unit,
            Measured column) {
        List<Input> inputs = new ArrayList<>();
        for (Row row : rows) {
            row.number(column.field()).ifPresent(value -> inputs.add(new Input(Values.name(row.enterprise()),
                    Units.convert(value, row.text(unitField).orElse(""), unit), unit)));
        }
        if (inputs.isEmpty()) {
            sentence.say(column.title() + "未填报");
            return;
        }
        sentence.say(column.title()).sum(name + column.title(), inputs, unit);
        int absent = rows.size() - inputs.size();
        if (absent > 0) {
            sentence.say("（").count(name + column.title() + "未填报", absent, "项").say("未填报）");
        }
    }

    private Sentence vocs() {
        List<EnterpriseFacts> emitters = facts.enterprises().stream().filter(VOCS).toList();
        Sentence sentence = section.sentence();
        if (emitters.isEmpty()) {
            return sentence.say("台账中没有登记涉VOCs排放的企业。");
        }
        sentence.say("涉VOCs排放的企业").count("涉VOCs企业数", emitters.size(), "家").say("，")
                .say(emitters.size() > LISTED ? "有" : "为").say(Lists.some(emitters.stream().map(Values::name).toList(), LISTED)).say("。");
        List<Row> known = rows(emitters, FieldGroup.VOCS_MATERIAL);
        List<EnterpriseFacts> silent = emitters.stream()
                .filter(one -> one.rowsOf(FieldGroup.VOCS_MATERIAL).isEmpty()).toList();
        amounts(sentence, rows(silent, FieldGroup.RAW_MATERIAL).stream(), Field.MATERIAL_NAME, Field.MATERIAL_UNIT,
                known.isEmpty() ? "其原辅材料：" : "未填报含VOCs物料的企业，其原辅材料：",
                List.of(new Measured(Field.MATERIAL_AMOUNT, "年使用量")));
        if (known.isEmpty()) {
            return sentence.say("VOCs含量和原始产生量台账未登记，待企业补报后核定。");
        }
        contents(sentence, known);
        if (!silent.isEmpty()) {
            sentence.say("另有").count("未填报含VOCs物料的企业数", silent.size(), "家").say("未填报VOCs含量、使用量和原始产生量，待补报后核定。");
        }
        return sentence;
    }

    private static List<Row> rows(List<EnterpriseFacts> enterprises, FieldGroup group) {
        return enterprises.stream().flatMap(one -> one.rowsOf(group).stream().map(row -> new Row(one, row))).toList();
    }

    /** 含VOCs物料：稀释剂使用量12吨、VOCs含量40%～60%、VOCs原始产生量6吨；…。VOCs原始产生量合计…吨。 */
    private void contents(Sentence sentence, List<Row> materials) {
        Tally<Row> kinds = Tally.of(materials.stream().filter(row -> row.text(Field.VOCS_MATERIAL_NAME).isPresent()),
                row -> row.text(Field.VOCS_MATERIAL_NAME).orElseThrow());
        String between = "含VOCs物料：";
        for (Tally.Group<Row> kind : kinds.largest(LISTED)) {
            sentence.say(between + kind.word());
            tonnes(sentence, kind.members(), kind.word(), Field.VOCS_MATERIAL_USE, "使用量");
            sentence.say("、VOCs含量" + share(kind.members()) + "、");
            tonnes(sentence, kind.members(), kind.word(), Field.VOCS_MATERIAL_GENERATION, "VOCs原始产生量");
            between = "；";
        }
        sentence.say(kinds.rest(LISTED).isEmpty() ? "。" : "；其余见含VOCs物料表。");
        if (kinds.groups().size() > 1 && materials.stream().anyMatch(row -> row.number(Field.VOCS_MATERIAL_GENERATION).isPresent())) {
            tonnes(sentence, materials, "集群", Field.VOCS_MATERIAL_GENERATION, "VOCs原始产生量合计");
            sentence.say("。");
        }
    }

    /** A sum in tonnes, with how many entries have no figure. */
    private static void tonnes(Sentence sentence, List<Row> rows, String name, Field field, String title) {
        List<Input> inputs = rows.stream().flatMap(row -> row.number(field).stream()
                .map(value -> new Input(Values.name(row.enterprise()), value, "吨"))).toList();
        if (inputs.isEmpty()) {
            sentence.say(title + "未填报");
            return;
        }
        sentence.say(title).sum(name + title, inputs, "吨");
        if (inputs.size() < rows.size()) {
            sentence.say("（").count(name + title + "未填报", rows.size() - inputs.size(), "项").say("未填报）");
        }
    }

    /** The smallest and the largest content; one where they agree. */
    private static String share(List<Row> rows) {
        List<BigDecimal> shares = rows.stream().flatMap(row -> row.number(Field.VOCS_MATERIAL_CONTENT).stream()).sorted().toList();
        if (shares.isEmpty()) {
            return "未填报";
        }
        String least = Decimals.print(shares.getFirst()) + "%";
        return shares.getFirst().compareTo(shares.getLast()) == 0 ? least : least + "～" + Decimals.print(shares.getLast()) + "%";
    }

    /** An enterprise with a VOCs technique or concentration, or with materials that hold VOCs. */
    private static final Predicate<EnterpriseFacts> VOCS = enterprise -> !enterprise.rowsOf(FieldGroup.VOCS_MATERIAL).isEmpty()
            || enterprise.rowsOf(FieldGroup.TREATMENT).stream()
            .anyMatch(row -> Values.value(row, Field.TREATMENT_VOCS) instanceof FieldValue.Text
                    || above(Values.number(row, Field.TREATMENT_CONCENTRATION_VOCS)))
            || enterprise.rowsOf(FieldGroup.OUTLET).stream()
                    .anyMatch(row -> above(Values.number(row, Field.OUTLET_CONCENTRATION_VOCS)));

    private static boolean above(Optional<BigDecimal> number) {
        return number.filter(value -> value.signum() > 0).isPresent();
    }
}
