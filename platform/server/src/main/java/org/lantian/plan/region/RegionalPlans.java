package org.lantian.plan.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.Applied;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.outline.OutlineView;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.PlanJson;
import org.lantian.engine.reading.PlanJsonReader;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.identity.OrgUnitGroup;
import org.lantian.identity.OrgUnits;
import org.lantian.profile.Profiles;

/** The regional plans of a tenant; called inside its transaction. */
@Singleton
public class RegionalPlans {

    private static final int ALL = 10_000;

    private final RegionalPlanRows rows;
    private final RegionalItemRows items;
    private final OrgUnits units;
    private final Profiles profiles;
    private final AuditTrail audit;
    private final ObjectMapper json;

    RegionalPlans(RegionalPlanRows rows, RegionalItemRows items, OrgUnits units, Profiles profiles, AuditTrail audit,
            ObjectMapper json) {
        this.rows = rows;
        this.items = items;
        this.units = units;
        this.profiles = profiles;
        this.audit = audit;
        this.json = json;
    }

    /**
     * A plan to be kept.
     *
     * @param code stable id within the tenant
     */
    public record Content(String code, String issuer, int termFrom, int termTo, RegionalPlan.Origin origin, ReadPlan plan) {
    }

    /**
     * Makes the tenant's declared regional plan what is declared; an empty one retires it. Applying the same again
     * changes nothing.
     */
    public Applied apply(Optional<Content> declared) {
        Actor.requireAny(Role.ADMINISTRATOR);
        int retired = 0;
        for (RegionalPlan plan : rows.list(0, ALL)) {
            if (plan.origin() == RegionalPlan.Origin.DECLARED
                    && declared.filter(one -> one.code().equals(plan.code())).isEmpty()) {
                rows.retire(plan.id());
                retired++;
            }
        }
        Applied applied = declared.map(one -> save(one, profiles.current())).orElse(Applied.NOTHING)
                .plus(new Applied(0, 0, retired));
        if (!applied.none()) {
            audit.note("regional-plan.declared", "regional_plan", "*", applied.details());
        }
        return applied;
    }

    /** Keeps a plan that was read in, as a new one or as the newer edition of the one with that code. */
    RegionalPlan accept(Content content, ResolvedProfile profile) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        save(content, profile);
        return requireByCode(content.code());
    }

    private Applied save(Content content, ResolvedProfile profile) {
        String text = PlanJson.write(content.plan()).toString();
        String sha256 = CanonicalJson.sha256(
                content.issuer() + content.termFrom() + content.termTo() + profile.hash() + text);
        Optional<RegionalPlan> known = rows.findByCode(content.code());
        if (known.filter(plan -> plan.sha256().equals(sha256)).isPresent()) {
            return Applied.NOTHING;
        }
        RegionalPlan plan = new RegionalPlan(0, content.code(), content.plan().title(), content.plan().number(),
                content.plan().state(), content.issuer(), content.plan().issuedOn(), content.termFrom(), content.termTo(),
                profile.ref().toString(), profile.hash(), content.origin(), sha256, 0);
        long id = known.map(RegionalPlan::id).orElseGet(() -> rows.insert(plan, text));
        if (known.isPresent()) {
            rows.update(id, plan, text);
        }
        items.replace(id, content.plan(), new RoleUnits(units.list(Optional.empty(), 0, ALL), units.listGroups()));
        return known.isPresent() ? new Applied(0, 1, 0) : new Applied(1, 0, 0);
    }

    public List<RegionalPlan> list(int offset, int count) {
        return rows.list(offset, count);
    }

    public long count() {
        return rows.count();
    }

    public Optional<RegionalPlan> find(long id) {
        return rows.find(id);
    }

    /** @throws DomainException NOT_FOUND */
    public RegionalPlan require(long id) {
        return rows.find(id).orElseThrow(() -> DomainException.notFound("PLAN_NOT_FOUND", "没有这个方案。"));
    }

    /** @throws DomainException NOT_FOUND with the codes there are */
    public RegionalPlan requireByCode(String code) {
        return rows.findByCode(code).orElseThrow(() -> DomainException.notFound("PLAN_NOT_FOUND", "没有方案“" + code + "”；可用："
                + String.join("、", rows.list(0, ALL).stream().map(RegionalPlan::code).toList()) + "。"));
    }

    /** The plan's sections, items and tables. */
    public ReadPlan content(long id) {
        try {
            return PlanJsonReader.read(json.readTree(rows.content(id)));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("content of regional plan " + id + " is no JSON", fault);
        }
    }

    /** The profile that the plan was made with. */
    public ResolvedProfile profile(RegionalPlan plan) {
        return profiles.findByHash(plan.profileHash())
                .orElseGet(() -> profiles.requireInstalled(plan.profile()));
    }

    /** The plan on the common outline. */
    public OutlineView outline(RegionalPlan plan) {
        return OutlineView.of(content(plan.id()), profile(plan));
    }

    public List<RegionalItem> items(RegionalItemFilter filter, int offset, int count) {
        return items.list(filter, named(filter), offset, count);
    }

    public long countItems(RegionalItemFilter filter) {
        return items.count(filter, named(filter));
    }

    /** The unit of the name, and the groups that hold it or have that name. */
    private RegionalItemRows.Named named(RegionalItemFilter filter) {
        if (filter.name().isEmpty()) {
            return new RegionalItemRows.Named(List.of(), List.of());
        }
        String name = filter.name().get();
        RoleUnits known = new RoleUnits(units.list(Optional.empty(), 0, ALL), units.listGroups());
        List<Long> unit = known.unit(name).stream().toList();
        List<Long> groups = units.unitsOfGroups(units.listGroups().stream().map(OrgUnitGroup::id).toList()).entrySet()
                .stream().filter(group -> group.getValue().stream().anyMatch(one -> unit.contains(one.id())))
                .map(Map.Entry::getKey).toList();
        return new RegionalItemRows.Named(unit,
                java.util.stream.Stream.concat(groups.stream(), known.group(name).stream()).toList());
    }

    public Map<Long, List<RegionalItem.Role>> roles(Collection<Long> of) {
        return grouped(items.roles(of), RegionalItem.Role::item);
    }

    public Map<Long, List<RegionalItem.Due>> deadlines(Collection<Long> of) {
        return grouped(items.deadlines(of), RegionalItem.Due::item);
    }

    public Map<Long, List<RegionalItem.Quantity>> quantities(Collection<Long> of) {
        return grouped(items.quantities(of), RegionalItem.Quantity::item);
    }

    private static <T> Map<Long, List<T>> grouped(List<T> found, Function<T, Long> key) {
        return found.stream().collect(Collectors.groupingBy(key));
    }

    /** The years that a plan without a stated term is taken to be for. */
    static int[] term(ReadPlan plan) {
        List<Integer> years = java.util.regex.Pattern.compile("(?:19|20)\\d{2}").matcher(plan.title()).results()
                .map(found -> Integer.parseInt(found.group())).sorted().toList();
        int now = plan.issuedOn().map(LocalDate::getYear).orElse(LocalDate.now(java.time.ZoneOffset.ofHours(8)).getYear());
        return years.isEmpty() ? new int[]{now, now} : new int[]{years.getFirst(), years.getLast()};
    }
}
