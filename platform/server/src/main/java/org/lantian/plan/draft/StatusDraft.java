package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plan.draft.Values.Row;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Pollutant;

/** 治理现状: collection, treatment by technique, concentrations, limits and what exceeds them, grades, transport. */
final class StatusDraft {

    private static final int LISTED = 8;
    private static final List<String> CLEAN_WORDS = List.of("铁路", "水路", "管道", "皮带", "廊道", "新能源", "电动", "国六");

    private final ClusterFacts facts;
    private final ResolvedProfile profile;
    private final SectionDraft section;
    private final List<Row> rows;

    StatusDraft(ClusterFacts facts, ResolvedProfile profile, SectionDraft section) {
        this.facts = facts;
        this.profile = profile;
        this.section = section;
        this.rows = Values.rows(facts, FieldGroup.TREATMENT).toList();
    }

    void write() {
        if (rows.isEmpty()) {
            section.paragraph("collection", section.sentence().say("集群企业的废气治理现状尚未录入台账。"));
        } else {
            section.paragraph("collection", collection());
            section.paragraph("treatment", treatment());
            section.paragraph("concentrations", concentrations());
        }
        section.paragraph("standards", standards());
        section.paragraph("exceedances", new ExceedanceDraft(facts, profile.limits()).write(section.sentence()));
        if (!facts.enterprises().isEmpty()) {
            section.paragraph("grades", grades());
            section.paragraph("transport", transport());
        }
        section.table("table2");
    }

    private Sentence collection() {
        long enterprises = rows.stream().map(row -> row.enterprise().key()).distinct().count();
        Sentence sentence = section.sentence().say("无组织收集方面，").count("已填报产污环节的企业", enterprises, "家")
                .say("企业共登记产污环节").count("产污环节数", rows.size(), "个").say("，其中");
        techniques(Field.TREATMENT_COLLECTION, "没有收集措施").list(sentence, "无组织收集方式", "个", LISTED, "其他方式");
        return sentence.say("。");
    }

    private Sentence treatment() {
        Sentence sentence = section.sentence().say("有组织治理方面，");
        String between = "";
        for (Map.Entry<String, Field> part : Map.ofEntries(Map.entry("1脱硫", Field.TREATMENT_DESULPHURISATION),
                Map.entry("2脱硝", Field.TREATMENT_DENITRATION), Map.entry("3除尘", Field.TREATMENT_DEDUSTING),
                Map.entry("4VOCs治理", Field.TREATMENT_VOCS)).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .toList()) {
            String title = part.getKey().substring(1);
            Tally<Row> words = Tally.of(rows.stream().filter(row -> row.text(part.getValue()).isPresent()),
                    row -> row.text(part.getValue()).orElseThrow());
            int count = words.groups().stream().mapToInt(Tally.Group::size).sum();
            sentence.say(between);
            if (count == 0) {
                sentence.say("没有登记" + title + "设施");
            } else {
                sentence.say("配套" + title + "设施的环节").count(title + "环节数", count, "个").say("，采用");
                words.list(sentence, title + "工艺", "个", LISTED, "其他工艺");
            }
            between = "；";
        }
        Tally<Row> reductants = Tally.of(rows.stream().filter(row -> row.text(Field.TREATMENT_REDUCTANT).isPresent()),
                row -> row.text(Field.TREATMENT_REDUCTANT).orElseThrow());
        if (!reductants.groups().isEmpty()) {
            sentence.say("。脱硝还原剂使用");
            reductants.list(sentence, "脱硝还原剂", "个", LISTED, "其他还原剂");
        }
        return sentence.say("。");
    }

    private Tally<Row> techniques(Field field, String none) {
        return Tally.of(rows.stream(), row -> switch (Values.value(row.values(), field)) {
            case FieldValue.Text(String word) -> word;
            case FieldValue.None ignored -> none;
            case FieldValue.Number ignored -> none;
            case FieldValue.Absent ignored -> "未填报";
        });
    }

    private Sentence concentrations() {
        Sentence sentence = section.sentence().say(facts.baseYear() + "年污染物年均排放浓度：");
        String between = "";
        for (Pollutant pollutant : Pollutant.values()) {
            List<BigDecimal> values = rows.stream().flatMap(row -> row.number(ConcentrationFields.TREATMENT.of(pollutant)).stream()).sorted()
                    .toList();
            sentence.say(between + pollutant.term());
            if (values.isEmpty()) {
                sentence.say("无数据");
            } else {
                String low = Decimals.print(values.getFirst());
                String high = Decimals.print(values.getLast());
                sentence.say("为" + (low.equals(high) ? low : low + "至" + high)).say("毫克/立方米（")
                        .count(pollutant.term() + "有浓度数据的环节", values.size(), "个").say("环节有数据）");
            }
            between = "，";
        }
        return sentence.say("。");
    }

    /** The profile's limits for the source categories that the outlets name. */
    private Sentence standards() {
        Map<String, List<EmissionLimit>> byCategory = new TreeMap<>();
        Values.rows(facts, FieldGroup.OUTLET).flatMap(row -> row.text(Field.OUTLET_SOURCE_CATEGORY).stream()).distinct()
                .forEach(category -> profile.limits().stream().filter(limit -> limit.sourceCategory().equals(category))
                        .forEach(limit -> byCategory.computeIfAbsent(category, ignored -> new ArrayList<>()).add(limit)));
        Sentence sentence = section.sentence();
        if (byCategory.isEmpty()) {
            return sentence;
        }
        sentence.say("执行的排放限值：");
        String between = "";
        for (Map.Entry<String, List<EmissionLimit>> entry : byCategory.entrySet()) {
            sentence.say(between + entry.getKey() + String.join("、", entry.getValue().stream()
                    .map(limit -> limit.pollutant().term() + "为" + Decimals.print(limit.value())).toList()) + "毫克/立方米（"
                    + String.join("；", entry.getValue().stream().map(StatusDraft::source).distinct().toList()) + "）");
            between = "；";
        }
        return sentence.say("。");
    }

    private static String source(EmissionLimit limit) {
        return limit.source() + (limit.verified() ? "" : "，待核对原文");
    }

    private Sentence grades() {
        Tally<EnterpriseFacts> grades = Tally.of(
                facts.enterprises().stream()
                        .filter(one -> Values.text(one.values(), Field.ENTERPRISE_GRADE).isPresent()),
                one -> printed(Values.text(one.values(), Field.ENTERPRISE_GRADE).orElseThrow()));
        Sentence sentence = section.sentence();
        if (grades.groups().isEmpty()) {
            return sentence.say("台账中没有登记环保绩效等级。");
        }
        int graded = grades.groups().stream().mapToInt(Tally.Group::size).sum();
        sentence.say("环保绩效方面，").count("有环保绩效等级的企业", graded, "家").say("企业有评级，其中");
        grades.list(sentence, "环保绩效等级", "家", LISTED, "其他等级");
        int left = facts.enterprises().size() - graded;
        if (left > 0) {
            sentence.say("；其余").count("没有环保绩效等级的企业", left, "家").say("未评级或未填报");
        }
        return sentence.say("。");
    }

    private static String printed(String grade) {
        return grade.matches("[A-D][+-]?") ? grade + "级" : grade;
    }

    private Sentence transport() {
        List<Input> inputs = new ArrayList<>();
        for (EnterpriseFacts one : facts.enterprises()) {
            Values.number(one.values(), Field.TRANSPORT_AMOUNT)
                    .ifPresent(value -> inputs.add(new Input(Values.name(one), value, "万吨")));
        }
        Sentence sentence = section.sentence();
        if (inputs.isEmpty()) {
            return sentence.say("清洁运输方面，台账中没有登记运输总量。");
        }
        long clean = facts.enterprises().stream().flatMap(one -> Values.text(one.values(), Field.TRANSPORT_MODE).stream())
                .filter(mode -> CLEAN_WORDS.stream().anyMatch(mode::contains)).count();
        return sentence.say("清洁运输方面，").count("已填报运输总量的企业", inputs.size(), "家").say("企业年运输总量")
                .sum("年运输总量", inputs, "万吨").say("，运输方式中写明铁路、管道、新能源或国六车辆的")
                .count("写明清洁运输方式的企业", clean, "家").say("。");
    }
}
