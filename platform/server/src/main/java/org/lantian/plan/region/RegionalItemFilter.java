package org.lantian.plan.region;

import java.time.LocalDate;
import java.util.Optional;

import org.lantian.plugin.grammar.RoleKind;

/**
 * Which items are wanted; an empty part asks for nothing.
 *
 * @param name person, unit or group as the plan names it, or a unit of that name inside a group
 * @param role only items in which the name has this role
 * @param dueFrom first day on which a deadline may fall
 * @param dueTo last day
 */
public record RegionalItemFilter(Optional<Long> plan, Optional<String> name, Optional<RoleKind> role,
        Optional<LocalDate> dueFrom, Optional<LocalDate> dueTo, Optional<String> text) {
}
