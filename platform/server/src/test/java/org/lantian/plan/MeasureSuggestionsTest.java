package org.lantian.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.diagnosis.Diagnosis;
import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingDecision;
import org.lantian.diagnosis.FindingFilter;
import org.lantian.diagnosis.Findings;
import org.lantian.diagnosis.SmallLedger;
import org.lantian.engine.check.Remark;
import org.lantian.engine.emission.GoalConcentrations;
import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.graphql.GlobalId;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.MeasureInput;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plan.measure.MeasureSuggestion;
import org.lantian.plan.measure.MeasureSuggestions;
import org.lantian.plan.measure.Measures;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From findings to measures that a person accepts, and to the check that misses none. */
class MeasureSuggestionsTest extends ApiTest {

    private static final Deadline JUNE = new Deadline(LocalDate.of(2026, 6, 30), "2026年6月", Precision.MONTH);

    @Inject
    JdbcOperations jdbc;
    @Inject
    Diagnosis diagnosis;
    @Inject
    Findings findings;
    @Inject
    MeasureSuggestions suggestions;
    @Inject
    Measures measures;
    @Inject
    Plans plans;

    private TenantCode city = new TenantCode("unset");
    private long cluster;
    private long open;
    private long graded;

    @BeforeEach
    void diagnose() {
        city = freshTenant();
        asOperator(city, () -> {
            SmallLedger ledger = new SmallLedger(jdbc);
            cluster = ledger.cluster("铁合金集群");
            open = ledger.enterprise(cluster, "敞开公司", "C");
            ledger.treatment(open, "破碎", "外部集气罩");
            ledger.outlet(open, "DA001", "其他颗粒物排放源", "200", "10000", "6000");
            graded = ledger.enterprise(cluster, "待提级公司", "C");
            ledger.treatment(graded, "磨机", "密闭负压");
            ledger.baseYear();
            return diagnosis.run(Optional.empty(), Optional.empty());
        });
    }

    @Test
    void suggestsWhatTheFindingsAskFor() {
        List<MeasureSuggestion> suggested = list();

        assertThat(suggested).extracting(MeasureSuggestion::subject).containsExactly("敞开公司", "待提级公司");
        MeasureSuggestion first = suggested.getFirst();
        assertThat(first.type()).isEqualTo(UpgradeType.RETROFIT);
        assertThat(first.tasks().get(TaskAspect.FUGITIVE)).isEqualTo("破碎的外部集气罩改为密闭负压、密闭正压或管道收集");
        assertThat(first.tasks().get(TaskAspect.GRADE)).contains("由C提升至B级");
        assertThat(first.targets()).singleElement().satisfies(target -> {
            assertThat(target.outlet()).isEqualTo("DA001");
            assertThat(target.concentration()).isEqualByComparingTo("120");
        });
        assertThat(first.goal()).isEqualTo("DA001排放口颗粒物达到限值（≤120）");
        assertThat(GoalConcentrations.parse(first.goal())).isEmpty();
        assertThat(suggested.getLast().type()).isEqualTo(UpgradeType.EXCELLENCE);
    }

    @Test
    void anAcceptedSuggestionIsAMeasureWithItsReductionAndIsSuggestedNoMore() {
        String key = list().getFirst().key();
        List<Measure> accepted = asOperator(city, () -> suggestions.accept(cluster, Set.of(key), JUNE));

        assertThat(accepted).singleElement().satisfies(measure -> {
            assertThat(measure.subject()).isEqualTo("敞开公司");
            assertThat(measure.input().deadline()).isEqualTo(JUNE);
            assertThat(measure.reduction().parts().get(Pollutant.PM).tonnes().orElseThrow()).isEqualByComparingTo("4.8");
            assertThat(measure.reduction().parts()).containsOnlyKeys(Pollutant.PM);
        });
        assertThat(list()).extracting(MeasureSuggestion::subject).containsExactly("待提级公司");
        assertThatThrownBy(() -> asOperator(city, () -> suggestions.accept(cluster, Set.of(key), JUNE)))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code()).isEqualTo("SUGGESTION_CHANGED"));
        asOperator(city, () -> suggestions.accept(cluster, Set.of(), JUNE));
        assertThatThrownBy(() -> asOperator(city, () -> suggestions.accept(cluster, Set.of(), JUNE)))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code()).isEqualTo("SUGGESTIONS_NONE"));
    }

    @Test
    void aSuggestionIsAddedToTheEnterprisesOwnMeasure() {
        Measure own = asOperator(city, () -> measures.create(new MeasureInput(cluster, Optional.of(open), List.of(),
                UpgradeType.RETROFIT, Map.of(TaskAspect.ORGANISED, "更换滤袋"), "颗粒物≤30毫克/立方米",
                new Deadline(LocalDate.of(2025, 12, 31), "2025年底前", Precision.YEAR), List.of(), Map.of(), Optional.empty())));
        MeasureSuggestion suggested = list().getFirst();
        assertThat(suggested.measure()).hasValue(own.id());
        assertThat(suggested.tasks()).containsOnlyKeys(TaskAspect.FUGITIVE, TaskAspect.GRADE);

        Measure after = asOperator(city, () -> suggestions.accept(cluster, Set.of(suggested.key()), JUNE)).getFirst();
        assertThat(after.id()).isEqualTo(own.id());
        assertThat(after.task(TaskAspect.ORGANISED)).isEqualTo("更换滤袋");
        assertThat(after.task(TaskAspect.FUGITIVE)).startsWith("破碎的外部集气罩");
        assertThat(after.input().deadline().text()).isEqualTo("2025年底前");
        assertThat(after.reduction()).isEqualTo(own.reduction());
    }

    @Test
    void oneRowOfTheClusterWhereAllWouldGetTheSame() {
        List<Finding> others = tenants.read(city, () -> findings.list(FindingFilter.all(), 0, 100)).stream()
                .filter(finding -> !finding.content().ruleId().equals("grade-below-b")).toList();
        asOperator(city, () -> findings.decide(others.stream().map(one -> new Findings.Choice(one.id(), one.rowVersion())).toList(),
                FindingDecision.waive("另行整治")));

        MeasureSuggestion whole = assertThat(list()).singleElement().actual();
        assertThat(whole.enterprise()).isEmpty();
        assertThat(whole.subject()).isEqualTo("铁合金集群");
        assertThat(whole.findings()).hasSize(2);
        asOperator(city, () -> suggestions.accept(cluster, Set.of(whole.key()), JUNE));
        assertThat(list()).isEmpty();
    }

    @Test
    void theCheckOfAPlanMissesNoFinding() {
        long plan = asOperator(city, () -> plans.compose(cluster, new PlanOrder(2024, 2025, 2027, ""))).plan().id();
        assertThat(unanswered(plan)).hasSize(2).first().satisfies(remark -> {
            assertThat(remark.message()).contains("敞开公司有3项问题");
            assertThat(remark.evidence()).anyMatch(text -> text.startsWith("破碎采用外部集气罩"));
        });
        asOperator(city, () -> suggestions.accept(cluster, Set.of(), JUNE));
        assertThat(unanswered(plan)).isEmpty();
    }

    @Test
    void answersOverTheApiAndKeepsTheOtherTenantOut() {
        String query = """
                query ($cluster: ID!) { measureSuggestions(clusterId: $cluster) { key subject upgradeType goal measureId findingIds
                    enterprise { name } cluster { name } tasks { aspect text } targets { outlet pollutant concentration } } }""";
        String accept = """
                mutation ($input: AcceptMeasureSuggestionsInput!) { acceptMeasureSuggestions(input: $input) { measures { subject
                    deadlineText reduction { tonnes } } userErrors { code } } }""";
        Map<String, Object> variables = Map.of("cluster", GlobalId.of("Cluster", cluster));
        JsonNode first = client(city, "planner", Role.PLANNER).execute(query, variables).at("/data/measureSuggestions/0");
        assertThat(first.at("/enterprise/name").asText()).isEqualTo("敞开公司");
        assertThat(first.at("/targets/0/concentration").asText()).isEqualTo("120");
        assertThat(first.at("/measureId").isNull()).isTrue();

        Map<String, Object> input = Map.of("input", Map.of("clusterId", GlobalId.of("Cluster", cluster), "keys",
                List.of(first.at("/key").asText()), "deadline", "2026-06-30"));
        assertThat(client(city, "reader", Role.VIEWER).execute(accept, input).at("/errors/0/extensions/code").asText())
                .isEqualTo("ROLE_REQUIRED");
        JsonNode made = client(city, "planner", Role.PLANNER).execute(accept, input).at("/data/acceptMeasureSuggestions");
        assertThat(made.at("/measures/0/reduction/tonnes").asText()).isEqualTo("4.8");
        assertThat(made.at("/measures/0/deadlineText").asText()).isEqualTo("2026年6月");
        assertThat(client(other, "planner", Role.PLANNER).execute(query, variables).at("/errors/0/extensions/code").asText())
                .isEqualTo("CLUSTER_NOT_FOUND");
        assertThat(graded).isPositive();
    }

    private List<MeasureSuggestion> list() {
        return tenants.read(city, () -> suggestions.list(cluster));
    }

    private List<Remark> unanswered(long plan) {
        return tenants.read(city, () -> plans.check(plan)).stream()
                .filter(remark -> remark.code() == RemarkCode.FINDING_WITHOUT_MEASURE).toList();
    }
}
