package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.lantian.engine.emission.Calculation;
import org.lantian.engine.emission.ConcentrationFields;
import org.lantian.engine.emission.Emissions;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Rounding;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Pollutant;

/**
 * A year's emission of one pollutant from outlets: ΣC·Q·T·10⁻⁹ t/a (HJ 884-2018, 实测法). The outlets are added as they
 * are; the sum is rounded once, to two decimals, half-even (GB/T 8170).
 *
 * @param total tonnes of the outlets that could be computed; 0 if none could
 * @param complete whether there is an outlet and every one could be computed; else the total is the least that it is
 */
public record OutletEmissions(BigDecimal total, boolean complete) {

    private static final int SCALE = 2;

    public static OutletEmissions of(Pollutant pollutant, List<Map<Field, FieldValue>> outlets) {
        BigDecimal raw = BigDecimal.ZERO;
        boolean complete = !outlets.isEmpty();
        for (Map<Field, FieldValue> outlet : outlets) {
            switch (Emissions.measured(pollutant, FieldValue.number(outlet, ConcentrationFields.OUTLET.of(pollutant)),
                    FieldValue.number(outlet, Field.OUTLET_DRY_FLOW), FieldValue.number(outlet, Field.OUTLET_HOURS))) {
                case Calculation.Known known -> raw = raw.add(known.explanation().raw());
                case Calculation.Unknown _ -> complete = false;
            }
        }
        return new OutletEmissions(Decimals.plain(Rounding.HALF_EVEN.round(raw, SCALE)), complete);
    }
}
