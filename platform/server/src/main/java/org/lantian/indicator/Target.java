package org.lantian.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A target (目标) of the tenant.
 *
 * @param planCode the plan that sets it
 * @param value per cent for {@link TargetKind#REDUCTION} and {@link TargetKind#SHARE}, else the indicator's unit
 * @param baseYear the year a reduction is counted from
 * @param parent words that point to the parent authority's target
 * @param source place in the document
 */
public record Target(long id, String code, String planCode, long indicatorId, int year, TargetKind kind,
        Optional<BigDecimal> value, Optional<Integer> baseYear, Optional<String> parent, String source) {
}
