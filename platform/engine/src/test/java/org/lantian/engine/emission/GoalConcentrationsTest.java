package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.plugin.vocabulary.Pollutant;

import static org.assertj.core.api.Assertions.assertThat;

class GoalConcentrationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "颗粒物≤10毫克/立方米、SO2≤35mg/m³、氮氧化物浓度降至50毫克/立方米以下，VOCs不高于60mg/Nm3 | PM=10 SO2=35 NOX=50 VOCS=60",
            "颗粒物、二氧化硫、氮氧化物排放浓度分别不高于10、35、50毫克/立方米 | PM=10 SO2=35 NOX=50",
            "颗粒物、SO2、NOx分别达到10/35/50 mg/m³ | PM=10 SO2=35 NOX=50",
            "颗粒物≤10、SO2≤35、NOx≤50毫克/立方米 | PM=10 SO2=35 NOX=50",
            "颗粒物、二氧化硫、氮氧化物分别小于10毫克/立方米、35毫克/立方米、50毫克/立方米 | PM=10 SO2=35 NOX=50",
            "颗粒物从50降到20、SO2从100降到35毫克/立方米 | PM=20 SO2=35",
            "DA001排放口颗粒物≤10mg/m³和20mg/m³ | PM=20",
            "SO2、NOx均低于50mg/m3 | SO2=50 NOX=50",
            "氮氧化物由120降至30毫克/立方米 | NOX=30",
            "氮氧化物由120毫克/立方米降至30毫克/立方米 | NOX=30",
            "目前NOx为120mg/m³，改造后降至50mg/m³ | NOX=50",
            "颗粒物浓度20-30毫克/立方米 | PM=30",
            "颗粒物排放浓度稳定达到10.5毫克/立方米以内 | PM=10.5",
            "颗粒物年减排10吨，浓度降至20mg/m³ | PM=20",
            "收集效率达到95%，颗粒物≤10mg/m³，减排12.6吨 | PM=10",
            "颗粒物去除率≥99%，SO2≤35mg/m³ | SO2=35",
            "NOx≤50mg/m³，氨逃逸≤8mg/m³ | NOX=50",
            "NOx≤50毫克/立方米（基准氧含量9%） | NOX=50",
            "非甲烷总烃不超过60毫克每立方米 | VOCS=60",
            "颗粒物≤10mg/m³；二期颗粒物≤20mg/m³ | PM=20",
            "完成2套布袋除尘改造，2026年6月底前颗粒物≤10毫克/立方米 | PM=10",
            "$SO_2$≤35$mg/m^3$，NO_x≤50mg/m³ | SO2=35 NOX=50",
            "ＳＯ２≤３５ｍｇ／ｍ³ | SO2=35",
            "烟尘 10 mg/m3\\nSO2 35 mg/m3 | PM=10 SO2=35"})
    void readsTargets(String text, String expected) {
        assertThat(print(GoalConcentrations.parse(text.replace("\\n", "\n")))).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "达到绩效A级", "颗粒物减排30%", "减排SO2 12.6吨、NOx 47.52吨", "颗粒物≤10", "PM2.5年均浓度35微克/立方米",
            "颗粒物无组织排放得到控制", "PM2.5≤35mg/m³", "氨≤8毫克/立方米", "颗粒物、SO2、NOx分别达到10、35毫克/立方米",
            "CO≤100mg/m³", "2026年底前完成SCR改造"})
    void readsNothingWhereNoConcentrationIsNamed(String text) {
        assertThat(GoalConcentrations.parse(text)).isEmpty();
    }

    private static String print(Map<Pollutant, BigDecimal> found) {
        return new TreeMap<>(found).entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
