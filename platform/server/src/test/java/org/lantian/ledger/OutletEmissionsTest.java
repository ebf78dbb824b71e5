package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Pollutant;

import static org.assertj.core.api.Assertions.assertThat;

class OutletEmissionsTest {

    private static final Map<Field, FieldValue> EIGHTH_OF_A_TONNE = Map.of(Field.OUTLET_CONCENTRATION_PM, number("12.5"),
            Field.OUTLET_DRY_FLOW, number("10000"), Field.OUTLET_HOURS, number("1000"));

    @Test
    void roundsTheSumAndNotItsParts() {
        assertThat(OutletEmissions.of(Pollutant.PM, List.of(EIGHTH_OF_A_TONNE)))
                .isEqualTo(new OutletEmissions(new BigDecimal("0.12"), true));
        assertThat(OutletEmissions.of(Pollutant.PM, List.of(EIGHTH_OF_A_TONNE, EIGHTH_OF_A_TONNE)))
                .isEqualTo(new OutletEmissions(new BigDecimal("0.25"), true));
    }

    @Test
    void anOutletThatLacksAnInputLeavesTheSumOpen() {
        Map<Field, FieldValue> withoutHours = new HashMap<>(EIGHTH_OF_A_TONNE);
        withoutHours.remove(Field.OUTLET_HOURS);
        assertThat(OutletEmissions.of(Pollutant.PM, List.of(EIGHTH_OF_A_TONNE, withoutHours)).complete()).isFalse();
        assertThat(OutletEmissions.of(Pollutant.SO2, List.of(EIGHTH_OF_A_TONNE)).complete()).isFalse();
        assertThat(OutletEmissions.of(Pollutant.PM, List.of()).complete()).isFalse();
    }

    @Test
    void thePermitIsComparedWithTheSumThatIsRoundedOnce() {
        LedgerRow outlet = new LedgerRow(EIGHTH_OF_A_TONNE, Map.of());
        LedgerRow permit = new LedgerRow(Map.of(Field.EMISSION_POLLUTANT, new FieldValue.Text("颗粒物"),
                Field.EMISSION_PERMITTED, number("0.24"), Field.EMISSION_ACTUAL, number("0.2")), Map.of());
        PermitComparison found = PermitComparison.of(List.of(outlet, outlet), List.of(permit), List.of(), List.of())
                .getFirst();
        assertThat(found.ledger()).contains(new BigDecimal("0.25"));
        assertThat(found.conclusion()).isEqualTo(PermitComparison.Conclusion.ABOVE_PERMIT);
    }

    private static FieldValue number(String value) {
        return new FieldValue.Number(new BigDecimal(value));
    }
}
