/**
 * Plans in a region's own form: declared with the tenant or read in from a file, with their tasks, roles, deadlines and
 * tables. Offers {@link org.lantian.plan.region.RegionalPlans}, {@link org.lantian.plan.region.PlanReadings} and their
 * documents in the region's form and on the outline. Must not know the ledger or composed cluster plans.
 */
@NullMarked
package org.lantian.plan.region;

import org.jspecify.annotations.NullMarked;
