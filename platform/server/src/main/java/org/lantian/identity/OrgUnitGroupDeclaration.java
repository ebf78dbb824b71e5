package org.lantian.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A group of units (单位组) as declared, for example 各分局 or 各分局（不涉及高新、经开）.
 *
 * @param code stable id within the tenant
 * @param name the words in documents
 * @param aliases other words for the same group
 * @param baseCode another group, all of whose units belong to this one
 * @param members codes of further units
 * @param exclusions codes of units that do not belong, whatever the base says
 */
public record OrgUnitGroupDeclaration(String code, String name, List<String> aliases, Optional<String> baseCode,
        List<String> members, List<String> exclusions) {

    public OrgUnitGroupDeclaration {
        OrgUnitCodes.require(code);
        aliases = List.copyOf(aliases);
        members = List.copyOf(members);
        exclusions = List.copyOf(exclusions);
        if (baseCode.isEmpty() && members.isEmpty()) {
            throw new IllegalArgumentException("单位组“" + name + "”没有成员：写出members或of。");
        }
        if (exclusions.stream().anyMatch(members::contains)) {
            throw new IllegalArgumentException("单位组“" + name + "”的同一单位既在members又在except。");
        }
    }

    /**
     * The units of the group: those of its base and its members, less its exclusions.
     *
     * @param groups all groups of the tenant by code; a base chain in it must end
     */
    public Set<String> units(Map<String, OrgUnitGroupDeclaration> groups) {
        Set<String> units = new LinkedHashSet<>();
        baseCode.map(groups::get).ifPresent(base -> units.addAll(base.units(groups)));
        units.addAll(members);
        exclusions.forEach(units::remove);
        return units;
    }
}
