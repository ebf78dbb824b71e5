package org.lantian.engine.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.plugin.vocabulary.UpgradeType;

import static org.assertj.core.api.Assertions.assertThat;

class GoalSentenceTest {

    private static final YearGoal FIRST = goal(2025, Map.of(UpgradeType.CLOSURE, 3, UpgradeType.RETROFIT, 2), "12.60", 0);
    private static final YearGoal SECOND = goal(2026, Map.of(UpgradeType.RELOCATION, 1, UpgradeType.EXCELLENCE, 10),
            "47.52", 2);

    @Test
    void writesTheOutlinesSentence() {
        assertThat(GoalSentence.write(List.of(FIRST, SECOND))).isEqualTo("2025年，完成3家企业淘汰关停、2家企业就地改造，实现主要污染物减排量12.6吨；"
                + "2026年，完成1家企业搬迁入园、10家企业做优做强，实现主要污染物减排量47.52吨（其中2家减排量待核算）。");
    }

    @Test
    void leavesOutAYearWithoutMeasures() {
        assertThat(GoalSentence.write(List.of(FIRST, goal(2026, Map.of(UpgradeType.CLOSURE, 0), "", 0))))
                .endsWith("减排量12.6吨。");
        assertThat(GoalSentence.write(List.of())).isEmpty();
    }

    @Test
    void doesNotInventAReduction() {
        YearGoal unknown = goal(2025, Map.of(UpgradeType.CLOSURE, 1), "", 1);

        assertThat(GoalSentence.write(List.of(unknown))).isEqualTo("2025年，完成1家企业淘汰关停，主要污染物减排量待核算。");
        assertThat(GoalSentence.read(GoalSentence.write(List.of(unknown)))).containsExactly(unknown);
    }

    @Test
    void readsWhatItWrites() {
        assertThat(GoalSentence.read(GoalSentence.write(List.of(FIRST, SECOND)))).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025年，完成3家企业淘汰关停、0家企业搬迁入园、2家企业就地改造（指低效失效治理设施整治等稳定达标排放改造），实现主要污染物减排量12.6吨。",
            "2025年底前，淘汰关停企业3家、就地改造2家，主要污染物减排12.60吨", "2025 年,完成 3 家企业淘汰关停、 2 家企业就地改造,实现主要污染物减排量 12.6 吨",
            "到２０２５年，完成三家企业淘汰关停、两家企业就地改造，减排主要污染物12.6吨", "较2024年，2025年完成3家企业的淘汰关停，2家企业完成就地改造，实现主要污染物削减12.6吨",
            "以2024年为基准年。2025年，就地改造（稳定达标）企业共2家、淘汰关停3户，实现主要污染物减排量0.00126万吨",
            "2025—2027年，分步推进。2025年，完成3家企业淘汰关停、2家企业就地改造，实现主要污染物减排量12.6吨（颗粒物2.6吨、SO2 10吨）"})
    void readsWhatPeopleMakeOfIt(String text) {
        assertThat(GoalSentence.read(text)).containsExactly(FIRST);
    }

    @Test
    void readsThousands() {
        assertThat(GoalSentence.read("2026年，完成12家企业做优做强，实现主要污染物减排量1,234.5吨").getFirst().tonnes())
                .hasValue(new BigDecimal("1234.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025年，提升治理水平。", "按照依法淘汰关停一批、搬迁入园一批、就地改造一批、做优做强一批的原则", "完成3家企业淘汰关停"})
    void readsNothingWhereNoYearStatesAGoal(String text) {
        assertThat(GoalSentence.read(text)).isEmpty();
    }

    @Test
    void readsAYearThatIsStatedTwiceTwice() {
        assertThat(GoalSentence.read("2025年，淘汰关停3家；2025年，就地改造2家")).extracting(YearGoal::year)
                .containsExactly(2025, 2025);
    }

    private static YearGoal goal(int year, Map<UpgradeType, Integer> counts, String tonnes, int pending) {
        return new YearGoal(year, counts, tonnes.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(tonnes)),
                pending);
    }
}
