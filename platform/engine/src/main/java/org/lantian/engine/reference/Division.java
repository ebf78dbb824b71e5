package org.lantian.engine.reference;

import java.util.Optional;

/**
 * An administrative division of GB/T 2260, county level and above.
 *
 * @param code six digits
 * @param level province, prefecture or county
 * @param parent code of the division above; empty for a province
 * @param name full name, for example 沙坡头区
 */
public record Division(String code, Level level, Optional<String> parent, String name) {

    /** The three levels that the table has. */
    public enum Level {
        PROVINCE, PREFECTURE, COUNTY
    }
}
