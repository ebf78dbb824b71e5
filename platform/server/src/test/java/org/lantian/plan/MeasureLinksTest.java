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

import org.lantian.common.Role;
import org.lantian.diagnosis.Diagnosis;
import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingFilter;
import org.lantian.diagnosis.Findings;
import org.lantian.diagnosis.OutletSubjects;
import org.lantian.diagnosis.SmallLedger;
import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.graphql.GlobalId;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.succession.EnterpriseCommand;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.Succession;
import org.lantian.ledger.succession.Succession.Seen;
import org.lantian.ledger.succession.Successions;
import org.lantian.plan.measure.FindingKey;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.MeasureInput;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plan.measure.MeasureSuggestion;
import org.lantian.plan.measure.MeasureSuggestions;
import org.lantian.plan.measure.Measures;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Which findings a measure answers is stored and stays true. */
class MeasureLinksTest extends ApiTest {

    private static final Deadline JUNE = new Deadline(LocalDate.of(2026, 6, 30), "2026年6月", Precision.MONTH);
    private static final String LINK = """
            mutation ($input: LinkMeasureFindingsInput!) { linkMeasureFindings(input: $input) {
              measure { rowVersion findings { ruleId measures { id } } } userErrors { code } } }""";

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
    @Inject
    Successions successions;
    @Inject
    Ledger ledger;

    private TenantCode city = new TenantCode("unset");
    private long cluster;
    private long open;
    private long heir;

    @BeforeEach
    void diagnose() {
        city = freshTenant();
        asOperator(city, () -> {
            SmallLedger small = new SmallLedger(jdbc);
            cluster = small.cluster("铁合金集群");
            open = small.enterprise(cluster, "敞开公司", "A");
            small.treatment(open, "破碎", "外部集气罩");
            heir = small.enterprise(cluster, "承接公司", "A");
            small.treatment(heir, "磨机", "密闭负压");
            small.baseYear();
            return diagnosis.run(Optional.empty(), Optional.empty());
        });
    }

    @Test
    void anAcceptedSuggestionIsLinkedOnBothSides() {
        Measure accepted = accept();
        assertThat(accepted.findings()).containsExactly(new FindingKey(open, "collection-open", "破碎"));
        ApiClient planner = client(city, "planner", Role.PLANNER);
        JsonNode measure = planner.execute("query ($cluster: ID!) { measures(clusterId: $cluster) { subject findings { ruleId subject"
                + " measures { subject } } } }", Map.of("cluster", GlobalId.of("Cluster", cluster))).at("/data/measures/0");
        assertThat(measure.at("/findings/0/ruleId").asText()).isEqualTo("collection-open");
        assertThat(measure.at("/findings/0/measures/0/subject").asText()).isEqualTo("敞开公司");
        JsonNode stranger = client(other, "planner", Role.PLANNER).execute("{ findings(first: 5) { nodes { measures { id } } } }");
        assertThat(stranger.at("/data/findings/nodes")).isEmpty();
    }

    @Test
    void anotherProblemOfTheSameColumnIsNotAnsweredByIt() {
        accept();
        long plan = asOperator(city, () -> plans.compose(cluster, new PlanOrder(2024, 2025, 2027, ""))).plan().id();
        assertThat(unanswered(plan)).isZero();
        again();
        assertThat(list()).extracting(MeasureSuggestion::findings).hasSize(1);
        assertThat(unanswered(plan)).isEqualTo(1);
        asOperator(city, () -> suggestions.accept(cluster, Set.of(), JUNE));
        assertThat(unanswered(plan)).isZero();
        assertThat(measure().findings()).extracting(FindingKey::subject).containsExactlyInAnyOrder("破碎", "筛分");
    }

    @Test
    void aMeasureWithoutLinksAnswersByItsTasks() {
        Measure own = asOperator(city, () -> measures.create(new MeasureInput(cluster, Optional.of(open), List.of(),
                UpgradeType.RETROFIT, Map.of(TaskAspect.FUGITIVE, "密闭收集"), "", JUNE, List.of(), Map.of(), Optional.empty())));
        assertThat(list()).isEmpty();
        again();
        assertThat(list()).isEmpty();
        ApiClient planner = client(city, "planner", Role.PLANNER);
        Finding first = found().stream().filter(one -> one.content().subject().equals("破碎")).findFirst().orElseThrow();
        JsonNode linked = planner.execute(LINK, Map.of("input", Map.of("id", GlobalId.of("Measure", own.id()), "rowVersion",
                own.rowVersion(), "findingIds", List.of(GlobalId.of("Finding", first.id()))))).at("/data/linkMeasureFindings");
        assertThat(linked.at("/measure/findings/0/measures/0/id").asText()).isEqualTo(GlobalId.of("Measure", own.id()));
        assertThat(list()).hasSize(1);
        JsonNode stale = planner.execute(LINK, Map.of("input", Map.of("id", GlobalId.of("Measure", own.id()), "rowVersion",
                own.rowVersion(), "findingIds", List.of())));
        assertThat(stale.at("/errors/0/extensions/code").asText()).isEqualTo("MEASURE_CHANGED");
    }

    @Test
    void aFindingOfAnotherEnterpriseIsRefused() {
        Measure other = asOperator(city, () -> measures.create(new MeasureInput(cluster, Optional.of(heir), List.of(),
                UpgradeType.RETROFIT, Map.of(), "", JUNE, List.of(), Map.of(), Optional.empty())));
        JsonNode refused = client(city, "planner", Role.PLANNER).execute(LINK, Map.of("input", Map.of("id",
                GlobalId.of("Measure", other.id()), "rowVersion", other.rowVersion(), "findingIds",
                List.of(GlobalId.of("Finding", found().getFirst().id())))));
        assertThat(refused.at("/data/linkMeasureFindings/userErrors/0/code").asText()).isEqualTo("FINDING_NOT_OF_MEASURE");
    }

    @Test
    void theLinkOutlivesARepeatedDiagnosisAMergeAndItsUndoing() {
        Measure accepted = accept();
        asOperator(city, () -> diagnosis.run(Optional.empty(), Optional.empty()));
        assertThat(measure().findings()).isEqualTo(accepted.findings());
        EnterpriseCommand merged = asOperator(city, () -> successions.carryOut(new Succession.Merge(List.of(seen(open)),
                seen(heir), Figures.ADD), "")).command().orElseThrow();
        assertThat(measure().findings()).containsExactly(new FindingKey(heir, "collection-open", "破碎"));
        asOperator(city, () -> diagnosis.run(Optional.empty(), Optional.empty()));
        assertThat(list()).isEmpty();
        asOperator(city, () -> successions.undo(merged.id()));
        assertThat(measure().findings()).isEqualTo(accepted.findings());
    }

    @Test
    void aLinkOnAnOutletTakesItsNewNumberAndNoOtherDoes() {
        assertThat(OutletSubjects.renumbered("1", Map.of("1", "3"))).isEqualTo("3");
        assertThat(OutletSubjects.renumbered("1#2", Map.of("1", "3"))).isEqualTo("3#2");
        assertThat(OutletSubjects.renumbered("11", Map.of("1", "3"))).isEqualTo("11");
    }

    private Measure accept() {
        return asOperator(city, () -> suggestions.accept(cluster, Set.of(), JUNE)).getFirst();
    }

    private void again() {
        asOperator(city, () -> {
            new SmallLedger(jdbc).treatment(open, "筛分", "外部集气罩");
            return diagnosis.run(Optional.empty(), Optional.empty());
        });
    }

    private Seen seen(long enterprise) {
        return tenants.read(city, () -> new Seen(enterprise, ledger.enterprises(List.of(enterprise)).get(enterprise).rowVersion()));
    }

    private Measure measure() {
        return tenants.read(city, () -> measures.listOfCluster(cluster)).getFirst();
    }

    private List<Finding> found() {
        return tenants.read(city, () -> findings.list(FindingFilter.all(), 0, 100));
    }

    private List<MeasureSuggestion> list() {
        return tenants.read(city, () -> suggestions.list(cluster));
    }

    private long unanswered(long plan) {
        return tenants.read(city, () -> plans.check(plan)).stream()
                .filter(remark -> remark.code() == RemarkCode.FINDING_WITHOUT_MEASURE).count();
    }
}
