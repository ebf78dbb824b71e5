package org.lantian.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.Applied;
import org.lantian.common.DomainException;
import org.lantian.common.Role;

/** The tenant's indicators (指标), observations and targets (目标); called inside a transaction of the tenant. */
@Singleton
public class Indicators {

    private final IndicatorRows rows;
    private final IndicatorWriter writer;
    private final AuditTrail audit;

    Indicators(IndicatorRows rows, IndicatorWriter writer, AuditTrail audit) {
        this.rows = rows;
        this.writer = writer;
        this.audit = audit;
    }

    /**
     * Brings in what a plan declares. The plan's targets become exactly these; indicators and observations are added
     * or revised, never removed, because others may rest on them. Applying the same again changes nothing.
     *
     * @throws DomainException FORBIDDEN unless the actor is an administrator or a planner
     */
    public Applied apply(String planCode, List<IndicatorDeclaration> indicators, List<TargetDeclaration> targets) {
        Actor.requireAny(Role.ADMINISTRATOR, Role.PLANNER);
        Applied applied = Applied.NOTHING;
        for (int i = 0; i < indicators.size(); i++) {
            IndicatorDeclaration indicator = indicators.get(i);
            applied = applied.plus(writer.saveIndicator(indicator, i));
            for (IndicatorDeclaration.Observed observed : indicator.observations()) {
                applied = applied.plus(writer.saveObservation(indicator.code(), observed));
            }
        }
        for (int i = 0; i < targets.size(); i++) {
            applied = applied.plus(writer.saveTarget(planCode, targets.get(i), i));
        }
        applied = applied.plus(writer.retireOtherTargets(planCode,
                targets.stream().map(TargetDeclaration::code).toList()));
        if (!applied.none()) {
            audit.note("indicators.declared", "plan", planCode, applied.details());
        }
        return applied;
    }

    /** Indicators in declared order. */
    public List<Indicator> list(int offset, int limit) {
        return rows.list(offset, limit);
    }

    public long count() {
        return rows.count();
    }

    /** Observations by indicator and year. */
    public Map<Long, List<Observation>> observationsOf(Collection<Long> indicatorIds) {
        return rows.listObservations(indicatorIds).stream().collect(Collectors.groupingBy(Observation::indicatorId));
    }

    /** Targets by indicator and year. */
    public Map<Long, List<Target>> targetsOf(Collection<Long> indicatorIds) {
        return rows.listTargets(indicatorIds).stream().collect(Collectors.groupingBy(Target::indicatorId));
    }

    /** What a reduction amounts to; empty for other kinds and where the base year is not among the observations. */
    public static Optional<TargetLevel> level(Target target, Collection<Observation> observations) {
        return target.baseYear().flatMap(base -> observations.stream()
                .filter(observation -> observation.indicatorId() == target.indicatorId()
                        && observation.year() == base)
                .findFirst()).map(base -> TargetLevel.of(base.value(), target.value().orElseThrow()));
    }
}
