package org.lantian.ledger.round;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

/**
 * Figures of forms beside those of the same period of the year before and, of a quarter, beside its verified months.
 * Called inside the tenant's transaction.
 */
@Singleton
public class Comparisons {

    private final RoundRows rows;

    Comparisons(RoundRows rows) {
        this.rows = rows;
    }

    /** The figures of a form. */
    public List<Jump> of(LedgerForm form) {
        return of(List.of(form)).get(form.id());
    }

    /** The same for many forms, by form id: one statement a period. */
    public Map<Long, List<Jump>> of(Collection<LedgerForm> forms) {
        Map<Long, List<Jump>> found = new HashMap<>();
        forms.stream().collect(Collectors.groupingBy(form -> form.round().period())).forEach((period, group) -> {
            List<RoundPeriod> periods = new ArrayList<>(period.months());
            periods.add(period.yearBefore());
            Map<Long, List<LedgerForm>> others = rows.filled(periods, group.stream().map(LedgerForm::enterpriseId).toList())
                    .stream().collect(Collectors.groupingBy(LedgerForm::enterpriseId));
            group.forEach(form -> found.put(form.id(), of(form, others.getOrDefault(form.enterpriseId(), List.of()))));
        });
        return found;
    }

    private static List<Jump> of(LedgerForm form, List<LedgerForm> others) {
        RoundPeriod period = form.round().period();
        List<Figure> before = others.stream().filter(one -> one.round().period().equals(period.yearBefore()))
                .flatMap(one -> one.figures().stream()).toList();
        Set<RoundPeriod> months = new HashSet<>(period.months());
        Map<RoundPeriod, List<Figure>> verified = new HashMap<>();
        others.stream().filter(one -> one.state() == LedgerForm.State.VERIFIED && months.contains(one.round().period()))
                .forEach(one -> verified.computeIfAbsent(one.round().period(), key -> new ArrayList<>()).addAll(one.figures()));
        return form.figures().stream().map(figure -> Jump.between(figure, YearJumps.find(before, figure),
                form.round().jumpRatio()).beside(MonthSum.of(figure, period.months(), verified))).toList();
    }

    /** What is striking of a figure. */
    public static List<String> print(Jump jump) {
        return Stream.concat(Stream.of(jump).filter(Jump::jumped).map(Comparisons::printYear),
                printMonths(jump).stream()).toList();
    }

    /** 硅铁 本期150吨，7月、8月已核合计160吨，缺9月; empty where it fits. */
    public static Optional<String> printMonths(Jump jump) {
        return jump.months().filter(MonthSum::differs).map(months -> jump.row() + " 本期" + jump.now().toPlainString()
                + jump.unit() + "，" + print(months.counted()) + "已核合计" + months.sum().toPlainString() + jump.unit()
                + (months.missing().isEmpty() ? "" : "，缺" + print(months.missing())));
    }

    /** 硅铁 上年同期100吨，本期150吨，变动50%. */
    public static String printYear(Jump jump) {
        return jump.row() + " 上年同期" + jump.before().map(value -> value.toPlainString() + jump.unit()).orElse("无数据") + "，本期"
                + jump.now().toPlainString() + jump.unit() + jump.ratio().map(ratio -> "，变动"
                        + ratio.movePointRight(2).stripTrailingZeros().toPlainString() + "%").orElse("");
    }

    private static String print(List<RoundPeriod> months) {
        return months.stream().map(month -> month.lastDay().getMonthValue() + "月").collect(Collectors.joining("、"));
    }
}
