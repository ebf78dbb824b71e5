package org.lantian.plan.region;

import java.time.LocalDate;
import java.util.Optional;

import org.lantian.engine.reading.ReadItem;
import org.lantian.plugin.grammar.RoleKind;

/**
 * A numbered task of a regional plan.
 *
 * @param section id of its section in the plan
 * @param node code of the outline node that the section is on
 * @param line line of the source, 0 for a declared plan
 */
public record RegionalItem(long id, long plan, String section, String sectionHeading, Optional<String> node, String no,
        String title, String text, String box, ReadItem.RolesFrom rolesFrom, int line) {

    /** Who is what in an item; a unit or a group where the tenant has one of that name. */
    public record Role(long item, RoleKind kind, String name, Optional<Long> unit, Optional<Long> group) {
    }

    /** A deadline of an item; kinds as in the published JSON of read plans. */
    public record Due(long item, String kind, String text, Optional<LocalDate> startsOn, Optional<LocalDate> dueOn) {
    }

    /** A quantity of an item. */
    public record Quantity(long item, String value, String unit, String text) {
    }
}
