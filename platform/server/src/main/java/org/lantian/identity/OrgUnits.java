package org.lantian.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.Applied;
import org.lantian.common.DomainException;
import org.lantian.common.Role;

/** The tenant's organisation units (单位) and their groups; called inside a transaction of the tenant. */
@Singleton
public class OrgUnits {

    private final OrgUnitRows rows;
    private final OrgUnitWriter writer;
    private final AuditTrail audit;

    OrgUnits(OrgUnitRows rows, OrgUnitWriter writer, AuditTrail audit) {
        this.rows = rows;
        this.writer = writer;
        this.audit = audit;
    }

    /**
     * Makes the tenant's units and groups what is declared: new ones are added, changed ones revised, others retired.
     * Applying the same again changes nothing.
     *
     * @param units parents before their children
     * @param groups a base before the groups built on it
     * @throws DomainException FORBIDDEN unless the actor is an administrator
     */
    public Applied apply(List<OrgUnitDeclaration> units, List<OrgUnitGroupDeclaration> groups) {
        Actor.requireAny(Role.ADMINISTRATOR);
        Applied applied = Applied.NOTHING;
        for (int i = 0; i < units.size(); i++) {
            applied = applied.plus(writer.saveUnit(units.get(i), i));
        }
        for (int i = 0; i < groups.size(); i++) {
            applied = applied.plus(writer.saveGroup(groups.get(i), i));
        }
        applied = applied.plus(writer.retireOthers(units.stream().map(OrgUnitDeclaration::code).toList(),
                groups.stream().map(OrgUnitGroupDeclaration::code).toList()));
        if (!applied.none()) {
            audit.note("units.declared", "org_unit", "*", applied.details());
        }
        return applied;
    }

    /** Units in declared order. */
    public List<OrgUnit> list(Optional<OrgUnitKind> kind, int offset, int limit) {
        return rows.list(kind, offset, limit);
    }

    public long count(Optional<OrgUnitKind> kind) {
        return rows.count(kind);
    }

    /** Units by row id, retired ones included, in no order. */
    public List<OrgUnit> listByIds(Collection<Long> ids) {
        return rows.listByIds(ids);
    }

    /** The units below the given ones. */
    public List<OrgUnit> listByParents(Collection<Long> parentIds) {
        return rows.listByParents(parentIds);
    }

    /** Groups in declared order. */
    public List<OrgUnitGroup> listGroups() {
        return rows.listGroups();
    }

    /** The units of each group: those of its base and its members, less its exclusions. */
    public Map<Long, List<OrgUnit>> unitsOfGroups(Collection<Long> groupIds) {
        return rows.unitsOfGroups(groupIds);
    }
}
