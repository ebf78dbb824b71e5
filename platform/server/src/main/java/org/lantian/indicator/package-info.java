/**
 * Indicators (指标), what was observed of them, and the targets (目标) set for them. Offers the declarations a plan
 * brings, {@link org.lantian.indicator.Indicators} to apply and list them, and the level a target amounts to. Must not
 * know diagnosis, plans or reports.
 */
@NullMarked
package org.lantian.indicator;

import org.jspecify.annotations.NullMarked;
