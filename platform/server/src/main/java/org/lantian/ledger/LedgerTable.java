package org.lantian.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * Where the rows of each repeating group are kept: one table a group, one row an entry and year. Concentrations of
 * treatments and outlets stand in a table of their own.
 */
enum LedgerTable {
    EQUIPMENT(FieldGroup.EQUIPMENT, "equipment", Map.of(), new LedgerColumn("name", Field.EQUIPMENT_NAME)),
    ENERGY_USE(FieldGroup.ENERGY_USE, "energy_use", Map.of(), new LedgerColumn("type", Field.ENERGY_TYPE),
            new LedgerColumn("amount", Field.ENERGY_AMOUNT), new LedgerColumn("unit", Field.ENERGY_UNIT),
            new LedgerColumn("heating", Field.ENERGY_HEATING)),
    PRODUCT(FieldGroup.PRODUCT, "product", Map.of(), new LedgerColumn("name", Field.PRODUCT_NAME),
            new LedgerColumn("capacity", Field.PRODUCT_CAPACITY), new LedgerColumn("output", Field.PRODUCT_OUTPUT),
            new LedgerColumn("unit", Field.PRODUCT_UNIT)),
    RAW_MATERIAL(FieldGroup.RAW_MATERIAL, "raw_material", Map.of(), new LedgerColumn("name", Field.MATERIAL_NAME),
            new LedgerColumn("amount", Field.MATERIAL_AMOUNT), new LedgerColumn("unit", Field.MATERIAL_UNIT)),
    TREATMENT(FieldGroup.TREATMENT, "treatment",
            ConcentrationFields.TREATMENT.byField(),
            new LedgerColumn("process", Field.TREATMENT_PROCESS),
            new LedgerColumn("collection", Field.TREATMENT_COLLECTION),
            new LedgerColumn("desulphurisation", Field.TREATMENT_DESULPHURISATION),
            new LedgerColumn("denitration", Field.TREATMENT_DENITRATION),
            new LedgerColumn("reductant", Field.TREATMENT_REDUCTANT),
            new LedgerColumn("ammonia", Field.TREATMENT_AMMONIA),
            new LedgerColumn("dedusting", Field.TREATMENT_DEDUSTING),
            new LedgerColumn("vocs", Field.TREATMENT_VOCS)),
    OUTLET(FieldGroup.OUTLET, "outlet",
            ConcentrationFields.OUTLET.byField(),
            new LedgerColumn("number", Field.OUTLET_NUMBER),
            new LedgerColumn("source_category", Field.OUTLET_SOURCE_CATEGORY),
            new LedgerColumn("dry_flow", Field.OUTLET_DRY_FLOW), new LedgerColumn("hours", Field.OUTLET_HOURS),
            new LedgerColumn("oxygen", Field.OUTLET_OXYGEN), new LedgerColumn("standard", Field.OUTLET_STANDARD),
            new LedgerColumn("limit_pm", Field.OUTLET_LIMIT_PM), new LedgerColumn("limit_so2", Field.OUTLET_LIMIT_SO2),
            new LedgerColumn("limit_nox", Field.OUTLET_LIMIT_NOX),
            new LedgerColumn("limit_vocs", Field.OUTLET_LIMIT_VOCS),
            new LedgerColumn("monitoring", Field.OUTLET_MONITORING)),
    VOCS_MATERIAL(FieldGroup.VOCS_MATERIAL, "vocs_material", Map.of(),
            new LedgerColumn("name", Field.VOCS_MATERIAL_NAME), new LedgerColumn("amount", Field.VOCS_MATERIAL_USE),
            new LedgerColumn("content", Field.VOCS_MATERIAL_CONTENT),
            new LedgerColumn("generation", Field.VOCS_MATERIAL_GENERATION)),
    PRODUCTION_LINE(FieldGroup.PRODUCTION_LINE, "production_line", Map.of(), new LedgerColumn("name", Field.LINE_NAME),
            new LedgerColumn("equipment", Field.LINE_EQUIPMENT), new LedgerColumn("count", Field.LINE_COUNT),
            new LedgerColumn("capacity", Field.LINE_CAPACITY), new LedgerColumn("permitted", Field.LINE_PERMITTED),
            new LedgerColumn("unit", Field.LINE_UNIT)),
    EMISSION(FieldGroup.EMISSION, "annual_emission", Map.of(),
            new LedgerColumn("pollutant", Field.EMISSION_POLLUTANT),
            new LedgerColumn("permitted", Field.EMISSION_PERMITTED), new LedgerColumn("actual", Field.EMISSION_ACTUAL),
            new LedgerColumn("method", Field.EMISSION_METHOD), new LedgerColumn("source", Field.EMISSION_SOURCE));

    private final FieldGroup group;
    private final String table;
    private final Map<Field, Pollutant> concentrations;
    private final List<LedgerColumn> columns;

    LedgerTable(FieldGroup group, String table, Map<Field, Pollutant> concentrations, LedgerColumn... columns) {
        this.group = group;
        this.table = table;
        this.concentrations = concentrations;
        this.columns = List.of(columns);
    }

    FieldGroup group() {
        return group;
    }

    List<LedgerColumn> columns() {
        return columns;
    }

    /** Fields kept as concentrations of a row. */
    Map<Field, Pollutant> concentrations() {
        return concentrations;
    }

    /** Parameters: year, ids twice (null for all). */
    String select() {
        return "SELECT id, enterprise_id, " + names() + ", attributes FROM " + table
                + " WHERE year = ? AND (?::bigint[] IS NULL OR enterprise_id = ANY (?)) ORDER BY enterprise_id, ordinal";
    }

    /** Parameters: enterprise, year, ordinal, attributes, then the columns, then the range of ammonia if there is one. */
    String insert() {
        String ammonia = this == TREATMENT ? ", ammonia_low, ammonia_high, ammonia_unit" : "";
        int count = columns.size() + (this == TREATMENT ? 3 : 0);
        return "INSERT INTO " + table + " (enterprise_id, year, ordinal, attributes, " + names() + ammonia
                + ") VALUES (?, ?, ?, ?::jsonb"
                + IntStream.range(0, count).mapToObj(i -> ", ?").collect(Collectors.joining()) + ")";
    }

    /** Parameters: year, ids. */
    String delete() {
        return "DELETE FROM " + table + " WHERE year = ? AND enterprise_id = ANY (?)";
    }

    /** Parameters: year, ids twice (null for all). */
    String selectConcentrations() {
        return "SELECT c." + table + "_id, c.pollutant, c.value FROM emission_concentration c JOIN " + table
                + " t ON t.id = c." + table + "_id WHERE t.year = ? AND (?::bigint[] IS NULL OR t.enterprise_id = ANY (?))";
    }

    /** Parameters: row, pollutant, year, value. */
    String insertConcentration() {
        return "INSERT INTO emission_concentration (" + table + "_id, pollutant, year, value) VALUES (?, ?, ?, ?)";
    }

    /** Parameter: ids. */
    String selectYears() {
        return "SELECT year FROM " + table + " WHERE enterprise_id = ANY (?)";
    }

    private String names() {
        return columns.stream().map(LedgerColumn::name).collect(Collectors.joining(", "));
    }
}
