package org.lantian.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Applied;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorsTest extends DatabaseTest {

    @Inject
    Indicators indicators;

    private final TargetDeclaration reduction = new TargetDeclaration("dust-2027", "dust", 2027, TargetKind.REDUCTION,
            Optional.of(new BigDecimal("6.5")), Optional.of(2024), Optional.empty(), "表1");
    private final TargetDeclaration parent = new TargetDeclaration("days-2027", "days", 2027, TargetKind.PARENT,
            Optional.empty(), Optional.empty(), Optional.of("达到上级考核目标"), "表1");

    @Test
    void appliesOnceAndLeavesTheOtherTenantEmpty() {
        TenantCode fresh = freshTenant();

        assertThat(apply(fresh, "2376.16", List.of(reduction, parent))).isEqualTo(new Applied(5, 0, 0));
        assertThat(apply(fresh, "2376.16", List.of(reduction, parent))).isEqualTo(Applied.NOTHING);

        assertThat(list(fresh)).extracting(Indicator::code).containsExactly("days", "dust");
        assertThat(tenants.read(fresh, indicators::count)).isEqualTo(2);
        assertThat(list(other)).isEmpty();
    }

    @Test
    void revisesAnObservationAndRetiresATargetThatIsGone() {
        TenantCode fresh = freshTenant();
        apply(fresh, "2376.16", List.of(reduction, parent));

        assertThat(apply(fresh, "2400.00", List.of(reduction))).isEqualTo(new Applied(0, 1, 1));

        assertThat(targets(fresh)).extracting(Target::code).containsExactly("dust-2027");
        assertThat(level(fresh)).get().extracting(TargetLevel::value).isEqualTo(new BigDecimal("2244.00"));
    }

    @Test
    void leavesTheTargetsOfAnotherPlanAlone() {
        TenantCode fresh = freshTenant();
        apply(fresh, "2376.16", List.of(reduction));
        asOperator(fresh, () -> indicators.apply("other-plan", List.of(), List.of(parent)));

        assertThat(targets(fresh)).extracting(Target::planCode).containsExactlyInAnyOrder("plan", "other-plan");
    }

    @Test
    void knowsNoLevelWithoutTheBaseYear() {
        TenantCode fresh = freshTenant();
        asOperator(fresh, () -> indicators.apply("plan",
                List.of(new IndicatorDeclaration("dust", "颗粒物排放量", "吨", List.of())), List.of(reduction)));

        assertThat(level(fresh)).isEmpty();
    }

    private Applied apply(TenantCode code, String dust, List<TargetDeclaration> targets) {
        IndicatorDeclaration days = new IndicatorDeclaration("days", "优良天数", "天", List.of());
        IndicatorDeclaration emission = new IndicatorDeclaration("dust", "颗粒物排放量", "吨",
                List.of(new IndicatorDeclaration.Observed(2024, new BigDecimal(dust), "表2")));
        return asOperator(code, () -> indicators.apply("plan", List.of(days, emission), targets));
    }

    private List<Indicator> list(TenantCode code) {
        return tenants.read(code, () -> indicators.list(0, 100));
    }

    private List<Target> targets(TenantCode code) {
        return tenants.read(code, () -> indicators.targetsOf(list(code).stream().map(Indicator::id).toList())).values()
                .stream().flatMap(List::stream).toList();
    }

    private Optional<TargetLevel> level(TenantCode code) {
        Target target = targets(code).stream().filter(it -> it.kind() == TargetKind.REDUCTION).findFirst()
                .orElseThrow();
        Map<Long, List<Observation>> observations = tenants.read(code,
                () -> indicators.observationsOf(List.of(target.indicatorId())));
        return Indicators.level(target, observations.getOrDefault(target.indicatorId(), List.of()));
    }
}
