package org.lantian.ledger.graphql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import org.jspecify.annotations.Nullable;

import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.engine.rule.FieldValue;
import org.lantian.ledger.LedgerRow;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.ValueType;
import org.lantian.plugin.vocabulary.Pollutant;

/** Which API field shows which catalogue field of a ledger row. */
final class RowFields {

    private static final Map<String, Map<String, Field>> TYPES = Map.ofEntries(
            Map.entry("Equipment", Map.of("name", Field.EQUIPMENT_NAME)),
            Map.entry("EnergyUse", Map.of("type", Field.ENERGY_TYPE, "amount", Field.ENERGY_AMOUNT, "unit",
                    Field.ENERGY_UNIT, "heating", Field.ENERGY_HEATING)),
            Map.entry("Product", Map.of("name", Field.PRODUCT_NAME, "capacity", Field.PRODUCT_CAPACITY, "output",
                    Field.PRODUCT_OUTPUT, "unit", Field.PRODUCT_UNIT)),
            Map.entry("RawMaterial", Map.of("name", Field.MATERIAL_NAME, "amount", Field.MATERIAL_AMOUNT, "unit",
                    Field.MATERIAL_UNIT)),
            Map.entry("Treatment", Map.of("process", Field.TREATMENT_PROCESS, "collection",
                    Field.TREATMENT_COLLECTION, "desulphurisation", Field.TREATMENT_DESULPHURISATION, "denitration",
                    Field.TREATMENT_DENITRATION, "reductant", Field.TREATMENT_REDUCTANT, "ammonia",
                    Field.TREATMENT_AMMONIA, "dedusting", Field.TREATMENT_DEDUSTING, "vocs", Field.TREATMENT_VOCS)),
            Map.entry("Outlet", Map.of("number", Field.OUTLET_NUMBER, "sourceCategory", Field.OUTLET_SOURCE_CATEGORY,
                    "dryFlow", Field.OUTLET_DRY_FLOW, "hours", Field.OUTLET_HOURS, "oxygen", Field.OUTLET_OXYGEN,
                    "standard", Field.OUTLET_STANDARD, "monitoring", Field.OUTLET_MONITORING)),
            Map.entry("VocsMaterial", Map.of("name", Field.VOCS_MATERIAL_NAME, "use", Field.VOCS_MATERIAL_USE,
                    "content", Field.VOCS_MATERIAL_CONTENT, "generation", Field.VOCS_MATERIAL_GENERATION)),
            Map.entry("ProductionLine", Map.of("name", Field.LINE_NAME, "equipment", Field.LINE_EQUIPMENT, "count",
                    Field.LINE_COUNT, "capacity", Field.LINE_CAPACITY, "permitted", Field.LINE_PERMITTED, "unit",
                    Field.LINE_UNIT)),
            Map.entry("AnnualEmission", Map.of("pollutant", Field.EMISSION_POLLUTANT, "permitted",
                    Field.EMISSION_PERMITTED, "actual", Field.EMISSION_ACTUAL, "method", Field.EMISSION_METHOD,
                    "source", Field.EMISSION_SOURCE)),
            Map.entry("Transport", Map.of("amount", Field.TRANSPORT_AMOUNT, "mode", Field.TRANSPORT_MODE,
                    "cleanShare", Field.TRANSPORT_CLEAN_SHARE)));

    /** A yearly mean concentration in mg/m³. */
    record EmissionConcentration(Pollutant pollutant, BigDecimal value) {
    }

    private RowFields() {
    }

    static void wire(RuntimeWiring.Builder wiring) {
        TYPES.forEach((name, fields) -> wiring.type(name, type -> {
            fields.forEach((shown, field) -> type.dataFetcher(shown, value(field)));
            return type;
        }));
        wiring.type("Treatment", type -> type.dataFetcher("concentrations",
                environment -> concentrations(environment.getSource(), ConcentrationFields.TREATMENT)));
        wiring.type("Outlet", type -> type.dataFetcher("concentrations",
                environment -> concentrations(environment.getSource(), ConcentrationFields.OUTLET)).dataFetcher("limits",
                        environment -> concentrations(environment.getSource(), ConcentrationFields.OUTLET_LIMIT)));
    }

    private static DataFetcher<@Nullable Object> value(Field field) {
        return environment -> {
            LedgerRow row = environment.getSource();
            return switch (row.values().get(field)) {
                case FieldValue.Text(String text) -> field.type() == ValueType.YES_NO ? text.equals("是") : text;
                case FieldValue.Number(BigDecimal number) -> number;
                case FieldValue.None() -> "/";
                case FieldValue.Absent() -> null;
                case null -> null;
            };
        };
    }

    private static List<EmissionConcentration> concentrations(LedgerRow row, ConcentrationFields fields) {
        List<EmissionConcentration> found = new ArrayList<>();
        fields.byPollutant().forEach((pollutant, field) -> {
            if (row.values().get(field) instanceof FieldValue.Number(BigDecimal value)) {
                found.add(new EmissionConcentration(pollutant, value));
            }
        });
        return found;
    }
}
