package org.lantian.app.tenant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The ledger rows of a tenant's CSV files, in file order. {@code enterprise} is the name of an enterprise row. A text
 * {@code /} says that there is none; an empty text is missing data. Concentrations are mg/m³.
 */
public record SampleRows(List<EnterpriseRow> enterprises, List<EquipmentRow> equipment, List<EnergyRow> energy,
        List<ProductRow> products, List<MaterialRow> materials, List<TreatmentRow> treatments,
        List<OutletRow> outlets, List<MeasureRow> measures) {

    public SampleRows {
        enterprises = List.copyOf(enterprises);
        equipment = List.copyOf(equipment);
        energy = List.copyOf(energy);
        products = List.copyOf(products);
        materials = List.copyOf(materials);
        treatments = List.copyOf(treatments);
        outlets = List.copyOf(outlets);
        measures = List.copyOf(measures);
    }

    /**
     * @param industry GB/T 4754-2017 class
     * @param transportAmount 万吨/年
     */
    public record EnterpriseRow(String name, String creditCode, String permitNumber, String county, String town,
            String cluster, String industry, String grade, Optional<BigDecimal> transportAmount,
            String transportMode) {
    }

    /**
     * @param count machines installed
     * @param running machines that ran at the end of the base year
     */
    public record EquipmentRow(String enterprise, String name, int count, int running) {
    }

    /** @param heating 是 or 否 */
    public record EnergyRow(String enterprise, String type, BigDecimal amount, String unit, String heating) {
    }

    public record ProductRow(String enterprise, String name, BigDecimal capacity, BigDecimal output, String unit) {
    }

    public record MaterialRow(String enterprise, String name, BigDecimal amount, String unit) {
    }

    /** @param concentrations at reference oxygen where the standard sets one */
    public record TreatmentRow(String enterprise, String process, String collection, String desulphurisation,
            String denitration, String reductant, String ammonia, String dedusting, String vocs,
            Concentrations concentrations) {
    }

    /**
     * @param dryFlow standard cubic metres an hour, dry
     * @param hours hours a year
     * @param oxygen measured O2, per cent by volume
     * @param concentrations as measured
     */
    public record OutletRow(String enterprise, String number, String sourceCategory, BigDecimal dryFlow,
            BigDecimal hours, Optional<BigDecimal> oxygen, Concentrations concentrations) {
    }

    /** Annual means; empty where the pollutant is not measured. */
    public record Concentrations(Optional<BigDecimal> pm, Optional<BigDecimal> so2, Optional<BigDecimal> nox,
            Optional<BigDecimal> vocs) {
    }

    public record MeasureRow(String subject, String upgradeType, String fugitive, String organised, String mobile,
            String grade, String infrastructure, String goal, String deadline, String reduction) {
    }
}
