package org.lantian.plan;

import jakarta.inject.Singleton;

import org.lantian.common.Progress;
import org.lantian.common.WorkPool;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plan.draft.ClusterFacts;
import org.lantian.plan.draft.Composer;
import org.lantian.tenancy.Tenants;

/** Drafts plans in turns with the work of other tenants. */
@Singleton
class Drafting {

    private final WorkPool pool;
    private final Tenants tenants;

    Drafting(WorkPool pool, Tenants tenants) {
        this.pool = pool;
        this.tenants = tenants;
    }

    Composer.Draft draft(ClusterFacts facts, ResolvedProfile profile) {
        Progress.tell("起草方案");
        return pool.run(tenants.current().orElseThrow().value(), () -> Composer.compose(facts, profile));
    }
}
