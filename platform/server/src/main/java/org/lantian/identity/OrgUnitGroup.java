package org.lantian.identity;

import java.util.List;

/** A group of units (单位组) of the tenant, for example 各分局. Its units come from {@link OrgUnits#unitsOfGroups}. */
public record OrgUnitGroup(long id, String code, String name, List<String> aliases) {

    public OrgUnitGroup {
        aliases = List.copyOf(aliases);
    }
}
