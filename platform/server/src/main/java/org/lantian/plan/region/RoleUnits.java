package org.lantian.plan.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.identity.OrgUnit;
import org.lantian.identity.OrgUnitGroup;

/** Finds the tenant's unit or group that a plan means by a name or an alias. */
final class RoleUnits {

    private final Map<String, Long> units = new HashMap<>();
    private final Map<String, Long> groups = new HashMap<>();

    RoleUnits(List<OrgUnit> units, List<OrgUnitGroup> groups) {
        units.forEach(unit -> names(unit.name(), unit.aliases()).forEach(name -> this.units.putIfAbsent(name, unit.id())));
        groups.forEach(
                group -> names(group.name(), group.aliases()).forEach(name -> this.groups.putIfAbsent(name, group.id())));
    }

    private static Stream<String> names(String name, List<String> aliases) {
        return Stream.concat(Stream.of(name), aliases.stream());
    }

    Optional<Long> unit(String name) {
        return Optional.ofNullable(units.get(name));
    }

    Optional<Long> group(String name) {
        return units.containsKey(name) ? Optional.empty() : Optional.ofNullable(groups.get(name));
    }
}
