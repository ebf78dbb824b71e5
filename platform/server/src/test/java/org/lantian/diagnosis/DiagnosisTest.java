package org.lantian.diagnosis;

import java.util.List;
import java.util.Optional;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.diagnosis.DiagnosisSummary.RuleCount;
import org.lantian.engine.rule.Verdict.Evidence;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.lantian.diagnosis.SmallLedger.YEAR;

class DiagnosisTest extends DatabaseTest {

    @Inject
    Diagnosis diagnosis;
    @Inject
    Findings findings;
    @Inject
    JdbcOperations jdbc;

    private TenantCode city = new TenantCode("unset");
    private long cluster;
    private long open;
    private long treatment;

    @BeforeEach
    void makeLedger() {
        city = freshTenant();
        asOperator(city, () -> {
            SmallLedger ledger = new SmallLedger(jdbc);
            cluster = ledger.cluster("铁合金集群");
            open = ledger.enterprise(cluster, "敞开公司", "C级");
            treatment = ledger.treatment(open, "破碎", "外部集气罩");
            ledger.treatment(ledger.enterprise(ledger.cluster("水泥集群"), "密闭公司", "A级"), "磨机", "密闭负压");
            ledger.baseYear();
            return cluster;
        });
    }

    @Test
    void findsTheProblemsOfTheLedger() {
        DiagnosisSummary summary = run();

        assertThat(summary.baseYear()).isEqualTo(YEAR);
        assertThat(summary.enterprises()).isEqualTo(2);
        assertThat(summary.findings()).containsExactly(new RuleCount("collection-open", Severity.WARNING, 1),
                new RuleCount("grade-below-b", Severity.WARNING, 1));
        assertThat(summary.added()).isEqualTo(summary.total()).isEqualTo(2);
        Finding finding = list().getFirst();
        assertThat(finding.enterpriseId()).isEqualTo(open);
        assertThat(finding.content().subject()).isEqualTo("破碎");
        assertThat(finding.content().text()).startsWith("破碎采用外部集气罩收集");
        assertThat(finding.content().column()).hasValue(ProblemColumn.FUGITIVE);
        assertThat(finding.content().evidence()).contains(
                new Evidence("treatment.collection", "无组织收集方式", "外部集气罩"));
        assertThat(finding.state()).isEqualTo(FindingState.OPEN);
    }

    @Test
    void listsMissingDataApartFromFindings() {
        DiagnosisSummary summary = run();

        assertThat(summary.unknowns()).isPositive();
        List<DataGap> gaps = tenants.read(city, () -> findings.listGaps(FindingFilter.all(), 0, 500));
        assertThat(gaps).hasSize(summary.unknowns())
                .anySatisfy(gap -> assertThat(gap.text()).isEqualTo("数据缺失：排放口信息"))
                .anySatisfy(gap -> assertThat(gap.missing()).contains("transport.mode"));
    }

    @Test
    void saysThatAMeanBelowTheLimitProvesNothing() {
        asOperator(city, () -> new SmallLedger(jdbc).outlet(open, "DA001", "其他颗粒物排放源", "20", "10000", "6000"));

        assertThat(run().belowLimit()).isEqualTo(1);
        List<MeanBelowLimit> means = tenants.read(city, () -> findings.listMeans(FindingFilter.all(), 0, 10));
        assertThat(means).singleElement().satisfies(mean -> {
            assertThat(mean.text()).isEqualTo("年均值未超限，不足以判定稳定达标");
            assertThat(mean.subject()).isEqualTo("DA001");
            assertThat(mean.evidence()).extracting(Evidence::value).contains("20", "120毫克/立方米（GB 16297—1996 表2）");
        });
        assertThat(run().belowLimit()).isEqualTo(1);
        assertThat(tenants.read(city, () -> findings.listMeans(FindingFilter.all(), 0, 10))).isEqualTo(means);
        assertThat(tenants.<Long>read(city, () -> findings.countMeans(FindingFilter.all()))).isEqualTo(1);
        assertThat(tenants.<Long>read(other, () -> findings.countMeans(FindingFilter.all()))).isZero();
    }

    @Test
    void changesNothingOnARepeatedRun() {
        run();
        List<Finding> before = list();
        List<Long> gapsBefore = gapIds();
        DiagnosisSummary again = run();

        assertThat(again.added() + again.changed() + again.removed()).isZero();
        assertThat(list()).isEqualTo(before);
        assertThat(gapIds()).isEqualTo(gapsBefore).isNotEmpty();
    }

    @Test
    void removesAnOpenFindingThatHoldsNoLonger() {
        run();
        collect("密闭负压");

        assertThat(run().removed()).isEqualTo(1);
        assertThat(list()).extracting(finding -> finding.content().ruleId()).containsExactly("grade-below-b");
    }

    @Test
    void keepsDecisionsOfPeople() {
        run();
        Finding first = list().getFirst();
        Finding second = list().getLast();
        asOperator(city, () -> findings.confirm(first.id(), first.rowVersion()));
        asOperator(city, () -> findings.waive(second.id(), second.rowVersion(), " 已列入关停 "));
        collect("密闭负压");

        assertThat(run().removed()).isZero();
        assertThat(list()).extracting(Finding::state).containsExactly(FindingState.CONFIRMED, FindingState.WAIVED);
        assertThat(list().getLast().reason()).hasValue("已列入关停");
        assertThat(list().getLast().decidedBy()).hasValue("operator");
    }

    @Test
    void saysOfADecidedFindingThatItHoldsNoLonger() {
        run();
        Finding first = list().getFirst();
        asOperator(city, () -> findings.confirm(first.id(), first.rowVersion()));
        collect("密闭负压");
        run();
        assertThat(list().getFirst().holds()).isFalse();
        collect("外部集气罩");
        run();
        assertThat(list().getFirst().holds()).isTrue();
    }

    @Test
    void keepsAPersonsWordsAndSaysThatTheDataChanged() {
        run();
        Finding first = list().getFirst();
        FindingEdit words = new FindingEdit("破碎工序敞开作业。", ProblemArea.PROCESS, Optional.empty());
        Finding revised = asOperator(city, () -> findings.revise(first.id(), first.rowVersion(), words));
        assertThat(revised.state()).isEqualTo(FindingState.CONFIRMED);
        assertThat(revised.shown().area()).isEqualTo(ProblemArea.PROCESS);
        assertThat(revised.content().text()).startsWith("破碎采用外部集气罩收集");

        collect("外部集气罩、其他");
        assertThat(run().changed()).isEqualTo(1);
        Finding after = list().getFirst();
        assertThat(after.shown().text()).isEqualTo("破碎工序敞开作业。");
        assertThat(after.changed()).isTrue();
        Finding own = asOperator(city, () -> findings.revise(after.id(), after.rowVersion(),
                new FindingEdit(after.content().text(), after.content().area(), after.content().column())));
        assertThat(own.edit()).isEmpty();
        assertThat(own.changed()).isFalse();
        assertThatThrownBy(() -> asOperator(city, () -> findings.revise(own.id(), own.rowVersion(),
                new FindingEdit(" ", ProblemArea.PROCESS, Optional.empty())))).isInstanceOf(UserErrorsException.class);
    }

    @Test
    void decidesOnManyAtOnceOrOnNone() {
        run();
        List<Findings.Choice> all = list().stream().map(one -> new Findings.Choice(one.id(), one.rowVersion())).toList();
        Findings.Choice old = new Findings.Choice(all.getLast().id(), 99);
        assertThatThrownBy(() -> asOperator(city, () -> findings.decide(
                List.of(all.getFirst(), old, new Findings.Choice(987_654, 0)), FindingDecision.confirm())))
                        .isInstanceOfSatisfying(UserErrorsException.class, refused -> assertThat(refused.errors())
                                .extracting(UserError::code, UserError::path).containsExactly(
                                        tuple("FINDING_CHANGED", List.of("findings", "1")),
                                        tuple("FINDING_NOT_FOUND", List.of("findings", "2"))));
        assertThat(list()).extracting(Finding::state).containsOnly(FindingState.OPEN);

        assertThat(asOperator(city, () -> findings.decide(all, FindingDecision.confirm()))).hasSize(2);
        assertThat(list()).extracting(Finding::state).containsOnly(FindingState.CONFIRMED);
    }

    @Test
    void decidesOnAllThatMatch() {
        run();
        FindingFilter grades = new FindingFilter(Optional.empty(), Optional.of(cluster), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of("grade-below-b"));
        assertThatThrownBy(() -> asOperator(city, () -> findings.decide(grades, Optional.of(2), FindingDecision.waive("豁免"))))
                .isInstanceOfSatisfying(DomainException.class,
                        e -> assertThat(e.code()).isEqualTo("FINDINGS_COUNT_DIFFERS"));
        assertThat(asOperator(city, () -> findings.decide(grades, Optional.of(1), FindingDecision.waive("豁免")))).hasSize(1);
        assertThat(list()).extracting(Finding::state).containsExactly(FindingState.OPEN, FindingState.WAIVED);
        assertThatThrownBy(() -> asOperator(city, () -> findings.decide(grades, Optional.empty(), FindingDecision.confirm())))
                .isInstanceOf(UserErrorsException.class);
    }

    @Test
    void refusesADecisionOnAnOlderVersion() {
        run();
        Finding finding = list().getFirst();
        asOperator(city, () -> findings.confirm(finding.id(), finding.rowVersion()));

        assertThatThrownBy(() -> asOperator(city, () -> findings.waive(finding.id(), finding.rowVersion(), "理由")))
                .isInstanceOfSatisfying(DomainException.class,
                        e -> assertThat(e.code()).isEqualTo("FINDING_CHANGED"));
        assertThat(list().getFirst().state()).isEqualTo(FindingState.CONFIRMED);
    }

    @Test
    void wantsAReasonForWaiving() {
        run();
        Finding finding = list().getFirst();

        assertThatThrownBy(() -> asOperator(city, () -> findings.waive(finding.id(), finding.rowVersion(), " ")))
                .isInstanceOf(UserErrorsException.class);
    }

    @Test
    void judgesOneClusterWithoutTouchingTheOthers() {
        run();
        collect("密闭负压");
        long other = asOperator(city, () -> new SmallLedger(jdbc).cluster("空集群"));

        assertThat(asOperator(city, () -> diagnosis.run(Optional.of(other), Optional.of(YEAR))).removed()).isZero();
        assertThat(list()).hasSize(2);
        DiagnosisSummary summary = asOperator(city, () -> diagnosis.run(Optional.of(cluster), Optional.empty()));
        assertThat(summary.enterprises()).isEqualTo(1);
        assertThat(list()).hasSize(1);
    }

    @Test
    void filtersByClusterAreaAndState() {
        run();
        FindingFilter all = FindingFilter.all();

        assertThat(count(new FindingFilter(Optional.empty(), Optional.of(cluster), Optional.empty(),
                Optional.of(FindingState.OPEN), Optional.of(YEAR), Optional.empty()))).isEqualTo(2);
        assertThat(count(new FindingFilter(Optional.empty(), Optional.of(cluster + 1), all.area(), all.state(),
                all.baseYear(), all.rule()))).isZero();
        assertThat(count(new FindingFilter(all.enterpriseId(), all.clusterId(), all.area(),
                Optional.of(FindingState.WAIVED), all.baseYear(), all.rule()))).isZero();
        assertThat(tenants.read(city, () -> findings.list(all, 1, 10))).hasSize(1);
    }

    @Test
    void leavesTheOtherTenantEmpty() {
        run();

        assertThat(tenants.<Long>read(other, () -> findings.count(FindingFilter.all()))).isZero();
        assertThat(tenants.<Long>read(other, () -> findings.countGaps(FindingFilter.all()))).isZero();
    }

    @Test
    void needsAYearWhereTheLedgerIsEmpty() {
        assertThatThrownBy(() -> asOperator(other, () -> diagnosis.run(Optional.empty(), Optional.empty())))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code()).isEqualTo("LEDGER_EMPTY"));
    }

    @Test
    void isRefusedToReaders() {
        Actor viewer = new Actor("reader", java.util.Set.of(Role.VIEWER));
        try (var ignored = PropagatedContext.getOrEmpty().plus(viewer).propagate()) {
            assertThatThrownBy(() -> tenants.write(city, () -> diagnosis.run(Optional.empty(), Optional.empty())))
                    .isInstanceOfSatisfying(DomainException.class,
                            e -> assertThat(e.code()).isEqualTo("ROLE_REQUIRED"));
        }
    }

    private DiagnosisSummary run() {
        return asOperator(city, () -> diagnosis.run(Optional.empty(), Optional.empty()));
    }

    private List<Finding> list() {
        return tenants.read(city, () -> findings.list(FindingFilter.all(), 0, 100));
    }

    private long count(FindingFilter filter) {
        return tenants.read(city, () -> findings.count(filter));
    }

    private void collect(String collection) {
        asOperator(city, () -> {
            new SmallLedger(jdbc).collection(treatment, collection);
            return treatment;
        });
    }

    private List<Long> gapIds() {
        return tenants.read(city, () -> jdbc.prepareStatement("SELECT id FROM data_gap ORDER BY id", statement -> {
            List<Long> ids = new java.util.ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }));
    }
}
