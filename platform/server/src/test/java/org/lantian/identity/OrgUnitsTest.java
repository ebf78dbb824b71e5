package org.lantian.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Actor;
import org.lantian.common.Applied;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrgUnitsTest extends DatabaseTest {

    @Inject
    OrgUnits units;

    private final OrgUnitDeclaration city = unit("city", Optional.empty(), OrgUnitKind.CITY);
    private final OrgUnitDeclaration east = unit("east", Optional.of("city"), OrgUnitKind.BRANCH);
    private final OrgUnitDeclaration west = unit("west", Optional.of("city"), OrgUnitKind.BRANCH);
    private final OrgUnitDeclaration zone = unit("zone", Optional.of("city"), OrgUnitKind.BRANCH);
    private final List<OrgUnitDeclaration> all = List.of(city, east, west, zone);
    private final OrgUnitGroupDeclaration branches = group("branches", Optional.empty(), List.of("east", "west", "zone"),
            List.of());
    private final OrgUnitGroupDeclaration withoutZone = group("without-zone", Optional.of("branches"), List.of(),
            List.of("zone"));

    @Test
    void appliesTheTreeOnceAndLeavesTheOtherTenantEmpty() {
        TenantCode fresh = freshTenant();

        assertThat(apply(fresh, all, List.of(branches, withoutZone))).isEqualTo(new Applied(6, 0, 0));
        assertThat(apply(fresh, all, List.of(branches, withoutZone))).isEqualTo(Applied.NOTHING);

        assertThat(list(fresh)).extracting(OrgUnit::code).containsExactly("city", "east", "west", "zone");
        OrgUnit root = list(fresh).getFirst();
        assertThat(tenants.read(fresh, () -> units.listByParents(Set.of(root.id())))).hasSize(3);
        assertThat(list(other)).isEmpty();
        assertThat(tenants.read(other, units::listGroups)).isEmpty();
    }

    @Test
    void takesExclusionsOutOfTheBaseOfAGroup() {
        TenantCode fresh = freshTenant();
        OrgUnitGroupDeclaration plusCity = group("plus-city", Optional.of("without-zone"), List.of("city"),
                List.of("east"));
        apply(fresh, all, List.of(branches, withoutZone, plusCity));

        assertThat(codes(fresh, "branches")).containsExactly("east", "west", "zone");
        assertThat(codes(fresh, "without-zone")).containsExactly("east", "west");
        assertThat(codes(fresh, "plus-city")).containsExactly("city", "west");
    }

    @Test
    void retiresWhatIsNoLongerDeclaredAndTakesItBack() {
        TenantCode fresh = freshTenant();
        apply(fresh, all, List.of(branches, withoutZone));
        OrgUnitGroupDeclaration fewer = group("branches", Optional.empty(), List.of("east", "west"), List.of());

        assertThat(apply(fresh, List.of(city, east, west), List.of(fewer))).isEqualTo(new Applied(0, 1, 2));
        assertThat(list(fresh)).extracting(OrgUnit::code).containsExactly("city", "east", "west");
        assertThat(tenants.read(fresh, units::listGroups)).extracting(OrgUnitGroup::code).containsExactly("branches");

        assertThat(apply(fresh, all, List.of(branches, withoutZone))).isEqualTo(new Applied(0, 3, 0));
        assertThat(codes(fresh, "branches")).containsExactly("east", "west", "zone");
    }

    @Test
    void filtersAndCountsByKind() {
        TenantCode fresh = freshTenant();
        apply(fresh, all, List.of());

        assertThat(tenants.read(fresh, () -> units.list(Optional.of(OrgUnitKind.BRANCH), 1, 2)))
                .extracting(OrgUnit::code).containsExactly("west", "zone");
        assertThat(tenants.read(fresh, () -> units.count(Optional.of(OrgUnitKind.BRANCH)))).isEqualTo(3);
        assertThat(tenants.read(fresh, () -> units.count(Optional.empty()))).isEqualTo(4);
    }

    @Test
    void refusesAnyoneButAnAdministrator() {
        try (var ignored = PropagatedContext.getOrEmpty().plus(new Actor("planner", Set.of(Role.PLANNER)))
                .propagate()) {
            assertThatThrownBy(() -> tenants.write(tenant, () -> units.apply(all, List.of())))
                    .isInstanceOf(DomainException.class).hasMessageContaining("权限");
        }
        assertThat(list(tenant)).isEmpty();
    }

    private Applied apply(TenantCode code, List<OrgUnitDeclaration> declared, List<OrgUnitGroupDeclaration> groups) {
        return asOperator(code, () -> units.apply(declared, groups));
    }

    private List<OrgUnit> list(TenantCode code) {
        return tenants.read(code, () -> units.list(Optional.empty(), 0, 100));
    }

    private List<String> codes(TenantCode code, String group) {
        return tenants.read(code, () -> {
            long id = units.listGroups().stream().filter(it -> it.code().equals(group)).findFirst().orElseThrow().id();
            return units.unitsOfGroups(List.of(id)).get(id).stream().map(OrgUnit::code).toList();
        });
    }

    private static OrgUnitDeclaration unit(String code, Optional<String> parent, OrgUnitKind kind) {
        return new OrgUnitDeclaration(code, parent, "单位" + code, List.of(code), kind, Optional.empty());
    }

    private static OrgUnitGroupDeclaration group(String code, Optional<String> base, List<String> members,
            List<String> exclusions) {
        return new OrgUnitGroupDeclaration(code, "组" + code, List.of(), base, members, exclusions);
    }
}
