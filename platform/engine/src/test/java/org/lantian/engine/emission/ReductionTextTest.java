package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.plugin.vocabulary.Pollutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class ReductionTextTest {

    private static final Map<Pollutant, BigDecimal> PARTS = Map.of(Pollutant.PM, new BigDecimal("12.6"),
            Pollutant.SO2, new BigDecimal("30"), Pollutant.NOX, new BigDecimal("47.52"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12.6 | 12.6", "12.6吨 | 12.6", "1,234.5 | 1234.5", "12.6（人工填报） | 12.6",
            "合计：12.6吨 | 12.6", "减排量12.6 | 12.6", "0 | 0"})
    void readsATotal(String text, BigDecimal total) {
        assertThat(ReductionText.parse(text)).isEqualTo(new ReductionText.Amounts(total, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"颗粒物12.6、SO2 30、NOx 47.52", "颗粒物：12.6；SO2：30 吨；NOx：47.52吨", "颗粒物12.6\nSO230\nNOx47.52",
            "合计90.12（颗粒物12.6、SO2 30、NOx 47.52）", "90.12吨，其中颗粒物12.6吨、二氧化硫30吨、氮氧化物47.52吨",
            "颗粒物 12.6, SO₂ 30, NOₓ 47.52", "颗粒物12.6、SO2 30、NOx 47.52，共90.12吨"})
    void readsPartsAndAddsThemUp(String text) {
        assertThat(ReductionText.parse(text)).isEqualTo(new ReductionText.Amounts(new BigDecimal("90.12"), PARTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "-", "待核算"})
    void takesABlankCellAsNotGiven(String text) {
        assertThat(ReductionText.parse(text)).isEqualTo(new ReductionText.NotGiven());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"合计100（颗粒物12.6、SO2 30） | 减排量合计100吨与分项之和42.6吨不一致。",
            "颗粒物12.6、颗粒物3 | 减排量中“颗粒物”出现两次。", "颗粒物、SO2 30 | 减排量中“颗粒物”之后缺少吨数。",
            "SO2 30、NOx | 减排量中“NOX”之后缺少吨数。", "12.6、30 | 减排量中有两个合计：12.6和30；分列时请写明污染物。",
            "约一百吨 | 减排量“一百吨”无法识别：请填写吨数，或按“颗粒物12.6、SO2 30”分列。",
            "-5 | 减排量“-5”无法识别：请填写吨数，或按“颗粒物12.6、SO2 30”分列。"})
    void saysWhatIsWrong(String text, String message) {
        assertThat(ReductionText.parse(text)).asInstanceOf(type(ReductionText.Unreadable.class))
                .isEqualTo(new ReductionText.Unreadable(message));
    }
}
