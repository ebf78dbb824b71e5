package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.engine.quantity.Units;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.LineReading;
import org.lantian.ledger.EnterpriseDraft.PlacedLine;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * Numbers that cannot be, and those that are likelier a slip of the unit or the decimal point. The bounds are physical
 * or far above the largest plant there is; they come from no standard.
 */
final class Magnitudes {

    /** Hours of a leap year, percent of oxygen in air, 100 g/m³, ten times the flow of the largest power unit. */
    private static final Map<Field, String> LARGEST = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.OUTLET_HOURS, "8784"), Map.entry(Field.OUTLET_OXYGEN, "21"),
            Map.entry(Field.OUTLET_DRY_FLOW, "40000000"), Map.entry(Field.OUTLET_CONCENTRATION_PM, "100000"),
            Map.entry(Field.OUTLET_CONCENTRATION_SO2, "100000"), Map.entry(Field.OUTLET_CONCENTRATION_NOX, "100000"),
            Map.entry(Field.OUTLET_CONCENTRATION_VOCS, "100000"),
            Map.entry(Field.TREATMENT_CONCENTRATION_PM, "100000"),
            Map.entry(Field.TREATMENT_CONCENTRATION_SO2, "100000"),
            Map.entry(Field.TREATMENT_CONCENTRATION_NOX, "100000"),
            Map.entry(Field.TREATMENT_CONCENTRATION_VOCS, "100000"), Map.entry(Field.TRANSPORT_AMOUNT, "100000"), Map.entry(Field.TRANSPORT_CLEAN_SHARE, "100"),
            Map.entry(Field.VOCS_MATERIAL_CONTENT, "100")));
    private static final BigDecimal UNLIKELY_CONCENTRATION = new BigDecimal("5000");
    private static final Map<Field, Field> AMOUNTS = new EnumMap<>(Map.of(Field.ENERGY_AMOUNT, Field.ENERGY_UNIT,
            Field.PRODUCT_CAPACITY, Field.PRODUCT_UNIT, Field.PRODUCT_OUTPUT, Field.PRODUCT_UNIT,
            Field.MATERIAL_AMOUNT, Field.MATERIAL_UNIT));
    /** No plant uses or makes more of one thing in a year. */
    private static final Map<String, BigDecimal> LARGEST_OF_UNIT = Map.of("吨", new BigDecimal("200000000"), "千瓦时",
            new BigDecimal("1000000000000"), "立方米", new BigDecimal("100000000000"));
    private static final BigDecimal LARGEST_USE_OF_CAPACITY = BigDecimal.TEN;
    private static final BigDecimal TONNES_OF_TRANSPORT = new BigDecimal("10000");
    private static final BigDecimal UNLIKELY_TRANSPORT = new BigDecimal("20");

    private final List<CellProblem> problems;

    Magnitudes(List<CellProblem> problems) {
        this.problems = problems;
    }

    private static boolean isConcentration(Field field) {
        return Stream.of(ConcentrationFields.OUTLET, ConcentrationFields.TREATMENT)
                .anyMatch(group -> group.byPollutant().containsValue(field));
    }

    void check(EnterpriseDraft draft) {
        draft.lines().values().stream().flatMap(List::stream).forEach(this::check);
        draft.given(Field.TRANSPORT_CLEAN_SHARE).ifPresent(
                placed -> isTooLarge(placed.sheet(), Field.TRANSPORT_CLEAN_SHARE, placed.reading()));
        draft.given(Field.TRANSPORT_AMOUNT).ifPresent(placed -> {
            if (!isTooLarge(placed.sheet(), Field.TRANSPORT_AMOUNT, placed.reading())) {
                checkTransport(draft, placed);
            }
        });
    }

    private void check(PlacedLine placed) {
        for (CellReading reading : placed.line().cells()) {
            Optional<Field> field = reading.column().field();
            if (field.isEmpty() || reading.number().isEmpty() || isTooLarge(placed.sheet(), field.get(), reading)) {
                continue;
            }
            BigDecimal value = reading.number().get();
            if (isConcentration(field.get()) && value.compareTo(UNLIKELY_CONCENTRATION) > 0) {
                unlikely(placed.sheet(), reading, "年均排放浓度超过" + UNLIKELY_CONCENTRATION + "毫克/立方米很少见，请核对单位和小数点");
            }
            if (AMOUNTS.containsKey(field.get())) {
                checkAmount(placed, field.get(), reading, value);
            }
        }
        checkUse(placed);
        checkVocs(placed);
    }

    /** A material gives off no more than the compounds in it (mass balance: use × content). */
    private void checkVocs(PlacedLine placed) {
        Optional<BigDecimal> use = number(placed.line(), Field.VOCS_MATERIAL_USE);
        Optional<BigDecimal> generation = number(placed.line(), Field.VOCS_MATERIAL_GENERATION);
        if (use.isEmpty() || generation.isEmpty()) {
            return;
        }
        CellReading cell = placed.line().find(Field.VOCS_MATERIAL_GENERATION).orElseThrow();
        Optional<BigDecimal> within = number(placed.line(), Field.VOCS_MATERIAL_CONTENT)
                .map(content -> use.get().multiply(content).movePointLeft(2));
        if (generation.get().compareTo(use.get()) > 0) {
            impossible(placed.sheet(), cell, "VOCs原始产生量" + cell.raw() + "吨大于物料使用量"
                    + use.get().toPlainString() + "吨，不可能，请核对。");
        } else if (within.isPresent() && generation.get().compareTo(within.get()) > 0) {
            unlikely(placed.sheet(), cell, "按使用量和含量计算至多为" + within.get().stripTrailingZeros().toPlainString() + "吨");
        }
    }

    private boolean isTooLarge(String sheet, Field field, CellReading reading) {
        Optional<BigDecimal> largest = Optional.ofNullable(LARGEST.get(field)).map(BigDecimal::new);
        boolean tooLarge = largest.isPresent()
                && reading.number().filter(value -> value.compareTo(largest.get()) > 0).isPresent();
        if (tooLarge) {
            impossible(sheet, reading, "“" + reading.column().header() + "”不能大于" + largest.get().toPlainString()
                    + reading.column().unit().orElse("") + "，现为“" + reading.raw() + "”。");
        }
        return tooLarge;
    }

    private void checkAmount(PlacedLine placed, Field field, CellReading reading, BigDecimal value) {
        Optional<String> unit = placed.line().find(AMOUNTS.get(field)).flatMap(CellReading::text);
        String base = unit.map(Units::base).orElse("");
        if (LARGEST_OF_UNIT.containsKey(base)
                && Units.convert(value, unit.orElseThrow(), base).compareTo(LARGEST_OF_UNIT.get(base)) > 0) {
            impossible(placed.sheet(), reading, "“" + reading.column().header() + "”为“" + reading.raw() + "”"
                    + unit.get() + "，一家企业一年不可能有这么多，请核对单位。");
        }
    }

    /** Some output above capacity is possible; ten times is not. */
    private void checkUse(PlacedLine placed) {
        Optional<BigDecimal> capacity = number(placed.line(), Field.PRODUCT_CAPACITY);
        Optional<BigDecimal> output = number(placed.line(), Field.PRODUCT_OUTPUT);
        if (capacity.isEmpty() || output.isEmpty() || output.get().compareTo(capacity.get()) <= 0) {
            return;
        }
        CellReading cell = placed.line().find(Field.PRODUCT_OUTPUT).orElseThrow();
        String said = "产量" + output.get().toPlainString() + "大于产能" + capacity.get().toPlainString();
        if (output.get().compareTo(capacity.get().multiply(LARGEST_USE_OF_CAPACITY)) > 0) {
            impossible(placed.sheet(), cell, said + "的" + LARGEST_USE_OF_CAPACITY + "倍以上，单位或小数点有误。");
        } else {
            problems.add(CellProblem.warning(placed.sheet(), cell.cell(), CellProblemCode.OUTPUT_ABOVE_CAPACITY,
                    said + "，请核对数值和单位。"));
        }
    }

    /** What is carried comes in as material and fuel and leaves as product; tonnes in a column of 万吨 show here. */
    private void checkTransport(EnterpriseDraft draft, EnterpriseDraft.Placed placed) {
        BigDecimal known = BigDecimal.ZERO;
        for (FieldGroup group : List.of(FieldGroup.PRODUCT, FieldGroup.RAW_MATERIAL, FieldGroup.ENERGY_USE)) {
            for (PlacedLine line : draft.lines().getOrDefault(group, List.of())) {
                known = known.add(tonnes(line.line()));
            }
        }
        BigDecimal carried = placed.reading().number().orElse(BigDecimal.ZERO).multiply(TONNES_OF_TRANSPORT);
        if (known.signum() > 0 && carried.compareTo(known.multiply(UNLIKELY_TRANSPORT)) > 0) {
            unlikely(placed.sheet(), placed.reading(), "运输总量是原料、燃料和产品合计（" + known.stripTrailingZeros().toPlainString()
                    + "吨）的" + UNLIKELY_TRANSPORT + "倍以上，请核对是否把吨填成了万吨");
        }
    }

    private static BigDecimal tonnes(LineReading line) {
        Optional<CellReading> amount = line.find(Field.PRODUCT_OUTPUT).or(() -> line.find(Field.MATERIAL_AMOUNT))
                .or(() -> line.find(Field.ENERGY_AMOUNT)).filter(cell -> cell.number().isPresent());
        return amount.flatMap(cell -> line.find(AMOUNTS.get(cell.column().field().orElseThrow()))
                .flatMap(CellReading::text).filter(unit -> Units.base(unit).equals("吨"))
                .map(unit -> Units.convert(cell.number().orElseThrow(), unit, "吨"))).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> number(LineReading line, Field field) {
        return line.find(field).flatMap(CellReading::number);
    }

    private void impossible(String sheet, CellReading reading, String message) {
        problems.add(CellProblem.error(sheet, reading.cell(), CellProblemCode.NUMBER_OUT_OF_RANGE, message));
    }

    private void unlikely(String sheet, CellReading reading, String message) {
        problems.add(CellProblem.warning(sheet, reading.cell(), CellProblemCode.NUMBER_UNLIKELY,
                "“" + reading.column().header() + "”现为“" + reading.raw() + "”，" + message + "。"));
    }
}
