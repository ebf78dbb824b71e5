package org.lantian.identity;

import java.util.List;
import java.util.Optional;

/**
 * An organisation unit (单位) of the tenant.
 *
 * @param code stable id within the tenant
 * @param parentId row id of the unit above
 * @param aliases other words by which documents name the unit
 * @param regionCode GB/T 2260 code where there is one
 */
public record OrgUnit(long id, String code, Optional<Long> parentId, String name, List<String> aliases,
        OrgUnitKind kind, Optional<String> regionCode) {

    public OrgUnit {
        aliases = List.copyOf(aliases);
    }
}
