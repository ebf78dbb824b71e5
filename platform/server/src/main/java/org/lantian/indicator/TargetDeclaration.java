package org.lantian.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A target (目标) as a plan states it.
 *
 * @param code stable id within the tenant
 * @param indicatorCode the indicator it is set for
 * @param year the year it must be met in
 * @param kind how it is set
 * @param value per cent for {@link TargetKind#REDUCTION} and {@link TargetKind#SHARE}, else the indicator's unit
 * @param baseYear the year a reduction is counted from
 * @param parent words that point to the parent authority's target
 * @param source place in the document
 */
public record TargetDeclaration(String code, String indicatorCode, int year, TargetKind kind,
        Optional<BigDecimal> value, Optional<Integer> baseYear, Optional<String> parent, String source) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public TargetDeclaration {
        require(parent.isPresent() == (kind == TargetKind.PARENT), "只有kind为parent的目标写parent，且必须写。");
        require(value.isPresent() == (kind != TargetKind.PARENT), "kind为parent的目标不写value，其他的必须写。");
        require(baseYear.isPresent() == (kind == TargetKind.REDUCTION), "只有kind为reduction的目标写baseYear，且必须写。");
        require(baseYear.isEmpty() || baseYear.get() < year, "baseYear必须早于year。");
        boolean percent = kind == TargetKind.REDUCTION || kind == TargetKind.SHARE;
        require(!percent || value.get().signum() >= 0 && value.get().compareTo(HUNDRED) <= 0,
                "百分比value必须在0到100之间。");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
