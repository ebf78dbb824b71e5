package org.lantian.identity;

import java.util.List;
import java.util.Optional;

/**
 * An organisation unit (单位) as declared, before it has a row.
 *
 * @param code stable id within the tenant; it never changes its meaning
 * @param parentCode code of the unit above
 * @param name name as printed
 * @param aliases other words by which documents name the unit
 * @param kind what it is
 * @param regionCode GB/T 2260 code of six digits, or nine for a street or town
 */
public record OrgUnitDeclaration(String code, Optional<String> parentCode, String name, List<String> aliases,
        OrgUnitKind kind, Optional<String> regionCode) {

    public OrgUnitDeclaration {
        OrgUnitCodes.require(code);
        aliases = List.copyOf(aliases);
        regionCode.filter(region -> !region.matches("\\d{6}(\\d{3})?")).ifPresent(region -> {
            throw new IllegalArgumentException("行政区划代码“" + region + "”无效：应为6位，街道、乡镇为9位。");
        });
    }
}
