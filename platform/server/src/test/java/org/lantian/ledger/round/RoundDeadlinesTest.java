package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.ledger.round.RoundDeadlines.Deadlines;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

class RoundDeadlinesTest extends DatabaseTest {

    @Inject
    RoundDeadlines deadlines;

    @Test
    void theProfilesReportingDayIsProposedAndMovesToAWorkingDay() {
        Deadlines days = propose(tenantOf("shaanxi@1.0.0"), "2026-10", LocalDate.of(2026, 10, 20));

        assertThat(days.due()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(days.verifyDue()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(days.source().orElseThrow()).contains("“月工作进展报送”每月1日（市级实施方案第四章（四））",
                "2026-11-01不是工作日，顺延至2026-11-02", "第5个工作日");
    }

    @Test
    void holidaysAndDaysWorkedInExchangeCount() {
        Deadlines days = propose(tenantOf("henan@1.0.0"), "2026-08", LocalDate.of(2026, 8, 20));

        assertThat(days.due()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(days.verifyDue()).isEqualTo(LocalDate.of(2026, 10, 13));
        assertThat(days.source().orElseThrow()).startsWith("“当月工作总结”每月30日").doesNotContain("不是工作日", "尚未发布");
    }

    @ParameterizedTest
    @ValueSource(strings = {"henan@1.0.0", "shaanxi@1.0.0"})
    void everyMonthIsDueOnADayOfItsOwnInTheMonthAfter(String profile) {
        TenantCode code = tenantOf(profile);
        List<LocalDate> dues = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2026, 1); month.getYear() == 2026; month = month.plusMonths(1)) {
            LocalDate due = propose(code, month.toString(), month.atDay(20)).due();
            assertThat(due).isAfter(month.atEndOfMonth()).isBefore(month.plusMonths(2).atDay(5));
            dues.add(due);
        }
        assertThat(dues).hasSize(12).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aRoundThatIsOpenedLateIsDueInAMonthToCome() {
        TenantCode code = tenantOf("henan@1.0.0");
        assertThat(propose(code, "2026-01", LocalDate.of(2026, 2, 28)).due()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(propose(code, "2026-01", LocalDate.of(2026, 3, 2)).due()).isEqualTo(LocalDate.of(2026, 3, 30));
    }

    @Test
    void whereTheProfileFixesNoDayItIsTheLastWorkingDayOfTheMonthAfter() {
        assertThat(propose(tenant, "2026-08", LocalDate.of(2026, 8, 20)).due()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(propose(tenant, "2026-Q3", LocalDate.of(2026, 9, 20)).due()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(propose(tenant, "2025-10", LocalDate.of(2026, 11, 28)).due()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void whereNoArrangementIsPublishedThatIsTold() {
        Deadlines days = propose(tenant, "2026-Q4", LocalDate.of(2026, 12, 20));

        assertThat(days.due()).isEqualTo(LocalDate.of(2027, 1, 29));
        assertThat(days.source().orElseThrow()).contains("2027年1月最后一个工作日", "2027年放假安排尚未发布");
    }

    @Test
    void daysThatTheOpenerNamesAreTaken() {
        LocalDate day = LocalDate.of(2026, 11, 8);
        Rounds.Opening opening = new Rounds.Opening(RoundPeriod.read("2026-10").orElseThrow(), Optional.empty(),
                Optional.of(day), Optional.of(day), BigDecimal.ONE);
        assertThat(asOperator(tenant, () -> deadlines.of(opening, LocalDate.of(2026, 11, 1))))
                .isEqualTo(new Deadlines(day, day, Optional.empty()));
    }

    private Deadlines propose(TenantCode code, String period, LocalDate today) {
        return asOperator(code, () -> deadlines.of(new Rounds.Opening(RoundPeriod.read(period).orElseThrow(),
                Optional.empty(), Optional.empty(), Optional.empty(), BigDecimal.ONE), today));
    }

    private TenantCode tenantOf(String profile) {
        TenantCode code = freshTenant();
        provisioning.apply(new Provisioning.Declaration(code, "测试市", "640502", profile, ""));
        return code;
    }
}
