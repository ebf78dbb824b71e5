package org.lantian.app;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lantian.common.DomainException;
import org.lantian.plan.PlanVersion;
import org.lantian.plan.Plans;

/** Finds frozen versions by their numbers. */
final class PlanVersions {

    private PlanVersions() {
    }

    /** @param back how many before the last one, if no number is given */
    static PlanVersion require(Plans plans, long plan, @Nullable Integer ordinal, int back) {
        plans.require(plan);
        List<PlanVersion> versions = plans.versions(List.of(plan)).getOrDefault(plan, List.of());
        int wanted = ordinal == null ? versions.size() - back : ordinal;
        return versions.stream().filter(version -> version.ordinal() == wanted).findFirst()
                .orElseThrow(() -> DomainException.notFound("VERSION_NOT_FOUND", "方案 " + plan + " 共有 " + versions.size()
                        + " 个定稿版本，没有第 " + Math.max(wanted, 1) + " 版。"));
    }
}
