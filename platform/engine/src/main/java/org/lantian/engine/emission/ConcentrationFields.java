package org.lantian.engine.emission;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Pollutant;

/** Which field of a group holds each pollutant's concentration or limit, mg/m³. */
public enum ConcentrationFields {
    /** Yearly means of table 2, of an enterprise's process. */
    TREATMENT(Field.TREATMENT_CONCENTRATION_PM, Field.TREATMENT_CONCENTRATION_SO2, Field.TREATMENT_CONCENTRATION_NOX,
            Field.TREATMENT_CONCENTRATION_VOCS),
    /** Yearly means of an outlet, as measured. */
    OUTLET(Field.OUTLET_CONCENTRATION_PM, Field.OUTLET_CONCENTRATION_SO2, Field.OUTLET_CONCENTRATION_NOX,
            Field.OUTLET_CONCENTRATION_VOCS),
    /** Limits that an outlet is held to. */
    OUTLET_LIMIT(Field.OUTLET_LIMIT_PM, Field.OUTLET_LIMIT_SO2, Field.OUTLET_LIMIT_NOX, Field.OUTLET_LIMIT_VOCS);

    private final Map<Pollutant, Field> fields = new EnumMap<>(Pollutant.class);

    ConcentrationFields(Field pm, Field so2, Field nox, Field vocs) {
        fields.put(Pollutant.PM, pm);
        fields.put(Pollutant.SO2, so2);
        fields.put(Pollutant.NOX, nox);
        fields.put(Pollutant.VOCS, vocs);
    }

    public Field of(Pollutant pollutant) {
        return fields.get(pollutant);
    }

    /** All four in print order. */
    public Map<Pollutant, Field> byPollutant() {
        return Collections.unmodifiableMap(fields);
    }

    /** The same the other way round. */
    public Map<Field, Pollutant> byField() {
        return fields.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
