package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Units;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * 台账—许可—实际: what the ledger gives for one item beside what the permit allows and what really was.
 *
 * @param item a pollutant (tonnes a year) or 产能
 * @param unit unit of the three amounts
 * @param ledger computed from the outlets (HJ 884-2018, 实测法), or the capacity of table 1; empty if inputs are missing
 * @param permitted 许可排放量, or the capacity that the permit names
 * @param actual 实际排放量, or the output of the year
 * @param method how the actual emission was accounted (自动监测, 手工监测, 物料衡算, 产排污系数); empty for 产能
 * @param difference actual emission less the ledger's; empty for 产能, or if one is missing
 * @param text Chinese sentences with the figures
 */
public record PermitComparison(String item, String unit, Optional<BigDecimal> ledger, Optional<BigDecimal> permitted,
        Optional<BigDecimal> actual, Optional<String> method, Optional<BigDecimal> difference, Conclusion conclusion,
        String text) {

    /** What the three amounts say together. */
    public enum Conclusion {
        /** 未超许可. */
        WITHIN_PERMIT,
        /** 超过许可. */
        ABOVE_PERMIT,
        /** 数据缺失: an amount is missing, and none of those given is above the permit. */
        INCOMPLETE
    }

    private static final String TONNES = "吨";
    private static final String CAPACITY = "产能";

    /** The comparisons of an entry. */
    public static List<PermitComparison> of(LedgerEntry entry) {
        return of(entry.rows(FieldGroup.OUTLET), entry.rows(FieldGroup.EMISSION), entry.rows(FieldGroup.PRODUCT),
                entry.rows(FieldGroup.PRODUCTION_LINE));
    }

    /**
     * The comparisons of one enterprise and year: pollutants in print order, then capacity; none for what no row names.
     */
    public static List<PermitComparison> of(List<LedgerRow> outlets, List<LedgerRow> emissions,
            List<LedgerRow> products, List<LedgerRow> lines) {
        List<PermitComparison> found = new ArrayList<>();
        for (Pollutant pollutant : Pollutant.values()) {
            Optional<LedgerRow> row = emissions.stream()
                    .filter(emission -> new FieldValue.Text(pollutant.term())
                            .equals(emission.values().get(Field.EMISSION_POLLUTANT)))
                    .findFirst();
            List<LedgerRow> measured = outlets.stream()
                    .filter(outlet -> number(outlet, ConcentrationFields.OUTLET.of(pollutant)).isPresent()).toList();
            if (row.isPresent() || !measured.isEmpty()) {
                found.add(judged(pollutant.term(), TONNES, computed(pollutant, measured),
                        row.flatMap(emission -> number(emission, Field.EMISSION_PERMITTED)),
                        row.flatMap(emission -> number(emission, Field.EMISSION_ACTUAL)), "排放量")
                        .reconciled(row.map(emission -> text(emission, Field.EMISSION_METHOD)).filter(word -> !word.isEmpty())));
            }
        }
        capacity(products, lines).ifPresent(found::add);
        return found;
    }

    /** Empty if no outlet has a concentration, or one that has lacks its flow or hours. */
    private static Optional<BigDecimal> computed(Pollutant pollutant, List<LedgerRow> outlets) {
        OutletEmissions sum = OutletEmissions.of(pollutant, outlets.stream().map(LedgerRow::values).toList());
        return Optional.of(sum).filter(OutletEmissions::complete).map(OutletEmissions::total);
    }

    /** Only where every amount has a unit of one kind: 吨 and 台 do not add up. */
    private static Optional<PermitComparison> capacity(List<LedgerRow> products, List<LedgerRow> lines) {
        List<String> units = new ArrayList<>();
        products.forEach(row -> units.add(text(row, Field.PRODUCT_UNIT)));
        lines.stream().filter(row -> number(row, Field.LINE_PERMITTED).isPresent())
                .forEach(row -> units.add(text(row, Field.LINE_UNIT)));
        boolean permitted = lines.stream().anyMatch(row -> number(row, Field.LINE_PERMITTED).isPresent());
        if (!permitted || products.isEmpty() || units.contains("")
                || units.stream().map(Units::base).distinct().count() > 1) {
            return Optional.empty();
        }
        String unit = Units.largest(units);
        return Optional.of(judged(CAPACITY, unit, sum(products, Field.PRODUCT_CAPACITY, Field.PRODUCT_UNIT, unit),
                sum(lines, Field.LINE_PERMITTED, Field.LINE_UNIT, unit),
                sum(products, Field.PRODUCT_OUTPUT, Field.PRODUCT_UNIT, unit), CAPACITY));
    }

    private static Optional<BigDecimal> sum(List<LedgerRow> rows, Field amount, Field unit, String wanted) {
        return rows.stream().flatMap(row -> number(row, amount)
                .map(value -> Units.convert(value, text(row, unit), wanted)).stream()).reduce(BigDecimal::add);
    }

    private static PermitComparison judged(String item, String unit, Optional<BigDecimal> ledger,
            Optional<BigDecimal> permitted, Optional<BigDecimal> actual, String what) {
        List<String> above = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (permitted.isEmpty()) {
            missing.add("许可" + what);
        }
        compare("台账" + what, ledger, permitted, unit, above, missing);
        compare(what.equals(CAPACITY) ? "实际产量" : "实际" + what, actual, permitted, unit, above, missing);
        Conclusion conclusion = !above.isEmpty() ? Conclusion.ABOVE_PERMIT
                : missing.isEmpty() ? Conclusion.WITHIN_PERMIT : Conclusion.INCOMPLETE;
        String limit = permitted.map(value -> "许可" + what + Decimals.print(value) + unit).orElse("");
        String text = switch (conclusion) {
            case ABOVE_PERMIT -> String.join("、", above) + "超过" + limit + "。";
            case WITHIN_PERMIT -> "台账和实际均未超过" + limit + "。";
            case INCOMPLETE -> "数据缺失：" + String.join("、", missing) + "。";
        };
        return new PermitComparison(item, unit, ledger, permitted, actual, Optional.empty(), Optional.empty(), conclusion,
                text);
    }

    /** With what parts the ledger's emission from the actual one. */
    private PermitComparison reconciled(Optional<String> method) {
        Optional<BigDecimal> apart = ledger.flatMap(computed -> actual.map(real -> Decimals.plain(real.subtract(computed))));
        String more = apart.filter(amount -> amount.signum() != 0).map(amount -> "台账由排放口实测核算"
                + Decimals.print(ledger.orElseThrow()) + unit + "，上报实际排放量" + Decimals.print(actual.orElseThrow()) + unit
                + method.map(word -> "（" + word + "）").orElse("") + "，实际" + (amount.signum() > 0 ? "多" : "少")
                + Decimals.print(amount.abs()) + unit + "。").orElse("");
        return new PermitComparison(item, unit, ledger, permitted, actual, method, apart, conclusion, text + more);
    }

    private static void compare(String name, Optional<BigDecimal> amount, Optional<BigDecimal> permitted, String unit,
            List<String> above, List<String> missing) {
        if (amount.isEmpty()) {
            missing.add(name);
        } else if (permitted.isPresent() && amount.get().compareTo(permitted.get()) > 0) {
            above.add(name + Decimals.print(amount.get()) + unit);
        }
    }

    private static Optional<BigDecimal> number(LedgerRow row, Field field) {
        return FieldValue.number(row.values(), field);
    }

    private static String text(LedgerRow row, Field field) {
        return Objects.requireNonNullElse(LedgerText.write(row.values().get(field)), "");
    }
}
