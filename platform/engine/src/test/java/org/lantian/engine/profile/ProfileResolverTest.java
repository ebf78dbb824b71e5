package org.lantian.engine.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.region.RegisterSpec;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.table.ValueType;
import org.lantian.plugin.vocabulary.ProblemArea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lantian.engine.profile.Profiles.BASE;
import static org.lantian.engine.profile.Profiles.REGION;
import static org.lantian.engine.profile.Profiles.base;
import static org.lantian.engine.profile.Profiles.column;
import static org.lantian.engine.profile.Profiles.contribution;
import static org.lantian.engine.profile.Profiles.list;
import static org.lantian.engine.profile.Profiles.region;
import static org.lantian.engine.profile.Profiles.resolve;
import static org.lantian.engine.profile.Profiles.table;

class ProfileResolverTest {

    @Test
    void overridesByIdInPlaceAppendsNewAndDeletes() {
        ResolvedProfile resolved = resolve(
                region(List.of(table("t2", column("x"))), List.of(list("low", "等离子"), list("own", "氨法")), "coal"),
                base(table("t1", column("a")), table("t2", column("b")), table("t3", column("c"))));
        assertThat(resolved.tables()).extracting(TableSpec::id).containsExactly("t1", "t2", "t3");
        assertThat(resolved.requireTable("t2").leaves()).extracting(ColumnSpec::id).containsExactly("x");
        assertThat(resolved.techniqueLists()).extracting(TechniqueList::id).containsExactly("low", "own");
        assertThat(resolved.techniqueLists().getFirst().words()).containsExactly("等离子");
        assertThat(resolved.lineage()).containsExactly(REGION, BASE);
        assertThat(resolved.outlineNode("basics").heading()).isEqualTo("集群基本情况");
    }

    @Test
    void deletesOneColumnAndAGroupThatLosesItsLastOne() {
        ResolvedProfile resolved = resolve(region(List.of(), List.of(), "t1/b", "t1/c"),
                base(table("t1", column("a"), column("g", column("b")), column("h", column("c"), column("d")))));
        assertThat(resolved.requireTable("t1").columns()).extracting(ColumnSpec::id).containsExactly("a", "h");
        assertThat(resolved.requireTable("t1").leaves()).extracting(ColumnSpec::id).containsExactly("a", "d");
    }

    @Test
    void rejectsDeletionsThatMeanNothingOrTooMuch() {
        ProfileContribution base = base(table("low", column("a")));
        assertFails(region(List.of(), List.of(), "nothing", "low/z"), base, "“nothing”不在所继承", "“low/z”不在所继承");
        assertFails(region(List.of(), List.of(), "low"), base, "“low”不止一处");
        assertFails(region(List.of(), List.of(), "low/a"), base, "列全部被删除");
        assertFails(region(List.of(), List.of(), "coal", "coal"), base, "“coal”重复");
    }

    @Test
    void rejectsAnUnknownParentAndACycle() {
        assertFails(region(List.of(), List.of()), contribution(ProfileRef.parse("other@1.0.0"), Optional.empty(),
                List.of(), List.of(), List.of(), List.of()), "region@2.1.0：它继承的base@1.0.0不存在或未能加载");
        assertFails(region(List.of(), List.of()), contribution(BASE, Optional.of(REGION), List.of(), List.of(),
                List.of(), List.of()), "继承关系成环（region@2.1.0 → base@1.0.0 → region@2.1.0）");
        assertThatThrownBy(() -> ProfileResolver.resolve(BASE, ref -> Optional.empty()))
                .isInstanceOf(ProfileException.class).hasMessage("没有base@1.0.0。");
    }

    @Test
    void rejectsDuplicatedIdsTooDeepHeadersAndDanglingReferences() {
        ColumnSpec deep = column("1", column("2", column("3", column("4"))));
        ProfileContribution faulty = contribution(BASE, Optional.empty(),
                List.of(new OutlineNode("overview", Optional.of("basics"), 1, "概况", "", Optional.of("t9"))),
                List.of(table("t1", column("a"), column("g", column("a"))), table("t2", deep)),
                List.of(list("low", "a"), list("low", "b")), List.of("low"));
        assertThatThrownBy(() -> resolve(faulty)).isInstanceOf(ProfileException.class).hasMessageContainingAll(
                "没有继承任何模板，不能有deletions", "工艺清单“low”重复", "表“t1”的列“a”重复", "表“t2”的表头有4层", "上级“basics”不存在", "表格“t9”不存在");
    }

    @Test
    void rejectsRegistersWhoseConditionDoesNotCompile() {
        RegisterSpec register = new RegisterSpec("bad", "坏名录", "", Optional.of(new RegisterSpec.Condition(
                DiagnosisRule.Subject.ENTERPRISE, "enterprise_profit > 3", "{enterprise.profit}", List.of("enterprise.profit"))),
                Map.of(), "测试");
        ProfileContribution faulty = new ProfileContribution(base().metadata(), List.of(), List.of(), List.of(), List.of(),
                List.of(), ReadingGrammar.EMPTY, RegionalRules.ofRegisters(List.of(register)), List.of());
        assertThatThrownBy(() -> resolve(faulty)).isInstanceOf(ProfileException.class).hasMessageContainingAll(
                "规则 register-bad 的 finding", "enterprise_profit", "规则 register-bad 的 text：占位符 {enterprise.profit}");
    }

    @Test
    void rejectsRulesAndConditionsThatDoNotCompile() {
        ColumnSpec column = new ColumnSpec("unit", "单位", List.of(), Optional.of(Field.ENERGY_UNIT), ValueType.TEXT,
                Optional.empty(), List.of(), false, "!isNone(energy_amount)", "", 3, List.of());
        DiagnosisRule rule = new DiagnosisRule("r1", DiagnosisRule.Subject.TREATMENT, "",
                "listed(treatment_vocs, 'nowhere')", ProblemArea.TREATMENT, Optional.empty(), Severity.WARNING, "文字",
                "测试", true, List.of("treatment.nothing"));
        ProfileContribution faulty = new ProfileContribution(base().metadata(), List.of(), List.of(table("t1", column)),
                List.of(rule), List.of(), List.of(), ReadingGrammar.EMPTY, RegionalRules.EMPTY, List.of());
        assertThatThrownBy(() -> resolve(faulty)).isInstanceOf(ProfileException.class).hasMessageContainingAll(
                "表“t1”的列“unit”的requiredWhen", "energy_amount", "r1", "listed()", "treatment.nothing");
    }

    @Test
    void rejectsOutlineNodesOfARegionAndMetadataOfAnotherProfile() {
        assertFails(contribution(REGION, Optional.of(BASE), base().outline(), List.of(), List.of(), List.of()), base(),
                "才能定义大纲节点");
        assertThatThrownBy(() -> ProfileResolver.resolve(REGION, ref -> Optional.of(base())))
                .isInstanceOf(ProfileException.class).hasMessageContaining("元数据写的是base@1.0.0");
    }

    @Test
    void hashesEqualContentEquallyAndOtherContentOtherwise() {
        String hash = resolve(base(table("t1", column("a")))).hash();
        assertThat(hash).isEqualTo(resolve(base(table("t1", column("a")))).hash()).hasSize(64);
        assertThat(hash).isNotEqualTo(resolve(base(table("t1", column("b")))).hash());
    }

    @Test
    void isTheSameAfterItsJsonIsReadBack() {
        ResolvedProfile resolved = resolve(region(List.of(table("t2", column("g", column("x")))), List.of()),
                base(table("t1", column("a"))));
        assertThat(ResolvedProfile.ofJson(resolved.json())).isEqualTo(resolved);
    }

    private static void assertFails(ProfileContribution wanted, ProfileContribution other, String... problems) {
        assertThatThrownBy(() -> resolve(wanted, other)).isInstanceOf(ProfileException.class)
                .hasMessageContainingAll(problems);
    }
}
