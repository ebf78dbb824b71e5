package org.lantian.app.tenant;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.lantian.app.tenant.SampleRows.Concentrations;
import org.lantian.app.tenant.SampleRows.EnergyRow;
import org.lantian.app.tenant.SampleRows.EnterpriseRow;
import org.lantian.app.tenant.SampleRows.EquipmentRow;
import org.lantian.app.tenant.SampleRows.MaterialRow;
import org.lantian.app.tenant.SampleRows.MeasureRow;
import org.lantian.app.tenant.SampleRows.OutletRow;
import org.lantian.app.tenant.SampleRows.ProductRow;
import org.lantian.app.tenant.SampleRows.TreatmentRow;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.plugin.table.Field;

/** The sample rows as cells by field: one map an enterprise, with the lines of a repeating group in one cell. */
final class SampleCells {

    private final SampleRows rows;
    private final Map<String, PlanDeclaration.Cluster> clusters;
    private final Map<Field, Entry> cells = new EnumMap<>(Field.class);

    SampleCells(SampleRows rows, List<PlanDeclaration.Cluster> clusters) {
        this.rows = rows;
        this.clusters = clusters.stream().collect(
                Collectors.toMap(PlanDeclaration.Cluster::name, Function.identity()));
    }

    List<Map<Field, Entry>> enterprises() {
        return rows.enterprises().stream().map(this::enterprise).toList();
    }

    List<Map<Field, Entry>> outlets() {
        Map<String, EnterpriseRow> byName = rows.enterprises().stream()
                .collect(Collectors.toMap(EnterpriseRow::name, Function.identity()));
        return rows.outlets().stream().map(row -> outlet(row, byName.get(row.enterprise()))).toList();
    }

    private Map<Field, Entry> enterprise(EnterpriseRow row) {
        cells.clear();
        identity(row);
        text(Field.ENTERPRISE_COUNTY, row.county());
        text(Field.ENTERPRISE_TOWN, row.town());
        text(Field.ENTERPRISE_CREDIT_CODE, row.creditCode());
        text(Field.ENTERPRISE_PERMIT_NUMBER, row.permitNumber());
        text(Field.ENTERPRISE_INDUSTRY, row.industry());
        text(Field.ENTERPRISE_GRADE, row.grade());
        number(Field.TRANSPORT_AMOUNT, row.transportAmount());
        text(Field.TRANSPORT_MODE, row.transportMode());
        equipment(of(rows.equipment(), EquipmentRow::enterprise, row));
        energy(of(rows.energy(), EnergyRow::enterprise, row));
        products(of(rows.products(), ProductRow::enterprise, row));
        materials(of(rows.materials(), MaterialRow::enterprise, row));
        treatments(of(rows.treatments(), TreatmentRow::enterprise, row));
        of(rows.measures(), MeasureRow::subject, row).forEach(this::measure);
        return new EnumMap<>(cells);
    }

    private void identity(EnterpriseRow row) {
        text(Field.ENTERPRISE_NAME, row.name());
        text(Field.CLUSTER_NAME, row.cluster());
        text(Field.CLUSTER_APPROVAL,
                Optional.ofNullable(clusters.get(row.cluster())).map(it -> it.approval().term()).orElse(""));
    }

    private void equipment(List<EquipmentRow> lines) {
        texts(Field.EQUIPMENT_NAME, lines, row -> row.name() + counted(row));
    }

    private static String counted(EquipmentRow row) {
        if (row.count() == 1 && row.running() == 1) {
            return "";
        }
        return row.count() + "台" + (row.running() < row.count() ? "（运行" + row.running() + "台）" : "");
    }

    private void energy(List<EnergyRow> lines) {
        texts(Field.ENERGY_TYPE, lines, EnergyRow::type);
        numbers(Field.ENERGY_AMOUNT, lines, row -> Optional.of(row.amount()));
        texts(Field.ENERGY_UNIT, lines, EnergyRow::unit);
        texts(Field.ENERGY_HEATING, lines, EnergyRow::heating);
    }

    private void products(List<ProductRow> lines) {
        texts(Field.PRODUCT_NAME, lines, ProductRow::name);
        numbers(Field.PRODUCT_CAPACITY, lines, row -> Optional.of(row.capacity()));
        numbers(Field.PRODUCT_OUTPUT, lines, row -> Optional.of(row.output()));
        texts(Field.PRODUCT_UNIT, lines, ProductRow::unit);
    }

    private void materials(List<MaterialRow> lines) {
        texts(Field.MATERIAL_NAME, lines, MaterialRow::name);
        numbers(Field.MATERIAL_AMOUNT, lines, row -> Optional.of(row.amount()));
        texts(Field.MATERIAL_UNIT, lines, MaterialRow::unit);
    }

    private void treatments(List<TreatmentRow> lines) {
        texts(Field.TREATMENT_PROCESS, lines, TreatmentRow::process);
        texts(Field.TREATMENT_COLLECTION, lines, TreatmentRow::collection);
        texts(Field.TREATMENT_DESULPHURISATION, lines, TreatmentRow::desulphurisation);
        texts(Field.TREATMENT_DENITRATION, lines, TreatmentRow::denitration);
        texts(Field.TREATMENT_REDUCTANT, lines, TreatmentRow::reductant);
        texts(Field.TREATMENT_AMMONIA, lines, TreatmentRow::ammonia);
        texts(Field.TREATMENT_DEDUSTING, lines, TreatmentRow::dedusting);
        texts(Field.TREATMENT_VOCS, lines, TreatmentRow::vocs);
        numbers(Field.TREATMENT_CONCENTRATION_PM, lines, row -> row.concentrations().pm());
        numbers(Field.TREATMENT_CONCENTRATION_SO2, lines, row -> row.concentrations().so2());
        numbers(Field.TREATMENT_CONCENTRATION_NOX, lines, row -> row.concentrations().nox());
        numbers(Field.TREATMENT_CONCENTRATION_VOCS, lines, row -> row.concentrations().vocs());
    }

    private void measure(MeasureRow row) {
        text(Field.MEASURE_SUBJECT, row.subject());
        text(Field.MEASURE_UPGRADE_TYPE, row.upgradeType());
        text(Field.MEASURE_FUGITIVE, row.fugitive());
        text(Field.MEASURE_ORGANISED, row.organised());
        text(Field.MEASURE_MOBILE, row.mobile());
        text(Field.MEASURE_GRADE, row.grade());
        text(Field.MEASURE_INFRASTRUCTURE, row.infrastructure());
        text(Field.MEASURE_GOAL, row.goal());
        text(Field.MEASURE_DEADLINE, row.deadline());
        text(Field.MEASURE_REDUCTION, row.reduction());
    }

    private Map<Field, Entry> outlet(OutletRow row, EnterpriseRow enterprise) {
        cells.clear();
        identity(enterprise);
        text(Field.OUTLET_NUMBER, row.number());
        text(Field.OUTLET_SOURCE_CATEGORY, row.sourceCategory());
        number(Field.OUTLET_DRY_FLOW, Optional.of(row.dryFlow()));
        number(Field.OUTLET_HOURS, Optional.of(row.hours()));
        number(Field.OUTLET_OXYGEN, row.oxygen());
        Concentrations measured = row.concentrations();
        number(Field.OUTLET_CONCENTRATION_PM, measured.pm());
        number(Field.OUTLET_CONCENTRATION_SO2, measured.so2());
        number(Field.OUTLET_CONCENTRATION_NOX, measured.nox());
        number(Field.OUTLET_CONCENTRATION_VOCS, measured.vocs());
        return new EnumMap<>(cells);
    }

    private static <T> List<T> of(List<T> rows, Function<T, String> enterprise, EnterpriseRow row) {
        return rows.stream().filter(it -> enterprise.apply(it).equals(row.name())).toList();
    }

    private void text(Field field, String text) {
        cells.put(field, Entry.text(text));
    }

    private void number(Field field, Optional<BigDecimal> value) {
        cells.put(field, Entry.number(value));
    }

    private <T> void texts(Field field, List<T> lines, Function<T, String> text) {
        lines(field, lines.stream().map(text).map(Entry::text).toList());
    }

    private <T> void numbers(Field field, List<T> lines, Function<T, Optional<BigDecimal>> value) {
        lines(field, lines.stream().map(value).map(Entry::number).toList());
    }

    private void lines(Field field, List<Entry> lines) {
        cells.put(field, lines.isEmpty() ? new Entry.Blank() : Entry.lines(lines));
    }
}
