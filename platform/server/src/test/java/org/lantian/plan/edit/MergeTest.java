package org.lantian.plan.edit;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.lantian.engine.document.Run;

import static org.assertj.core.api.Assertions.assertThat;

class MergeTest {

    @Test
    void aPersonsWordsAndANewFigureGoTogether() {
        Merge merge = Merge.of(List.of(Run.text("规划期内累计减排"), Run.figure("16.1吨", "a"), Run.text("。")),
                List.of(Run.text("规划期内合计减排"), Run.figure("16.1吨", "a"), Run.text("，效果明显。")),
                List.of(Run.text("规划期内累计减排"), Run.figure("23.87吨", "b"), Run.text("。")));
        assertThat(merge.runs()).contains(List.of(Run.text("规划期内合计减排"), Run.figure("23.87吨", "b"),
                Run.text("，效果明显。")));
    }

    @Test
    void bothChangingTheSameFigureIsLeftToAPerson() {
        Merge merge = Merge.of(runs("现有企业69家。"), runs("现有企业70家。"), runs("现有企业71家。"));
        assertThat(merge.runs()).isEmpty();
        assertThat(merge.parts()).containsExactly(new Merge.Part.Agreed(runs("现有企业")),
                new Merge.Part.Disputed(runs("69"), runs("70"), runs("71")), new Merge.Part.Agreed(runs("家。")));
    }

    @Test
    void theSameChangeOnBothSidesIsNoDispute() {
        assertThat(text(Merge.of(runs("甲厂、乙厂"), runs("甲厂"), runs("甲厂")))).isEqualTo("甲厂");
    }

    @Test
    void oneSideThatDidNothingLeavesTheOther() {
        assertThat(text(Merge.of(runs("一二三"), runs("一二三"), runs("三二一")))).isEqualTo("三二一");
        assertThat(text(Merge.of(runs("一二三"), runs(""), runs("一二三")))).isEmpty();
    }

    @Test
    void aLongClauseWithoutAnythingInCommonIsReplacedNotCompared() {
        String was = "甲".repeat(10_000);
        assertThat(text(Merge.of(runs(was), runs(was), runs("乙".repeat(10_000))))).isEqualTo("乙".repeat(10_000));
    }

    private static List<Run> runs(String text) {
        return text.isEmpty() ? List.of() : List.of(Run.text(text));
    }

    private static String text(Merge merge) {
        return merge.runs().orElseThrow().stream().map(Run::text).collect(Collectors.joining());
    }
}
