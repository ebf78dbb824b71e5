package org.lantian.plan.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadItem.RolesFrom;
import org.lantian.engine.reading.ReadRoles;
import org.lantian.plugin.grammar.RoleKind;
import org.lantian.plugin.region.TemplateSection.RoleStyle;

/** Who does a task, printed as the region prints it: lines after the task, or one bracket at its end. */
final class RoleText {

    private final RoleStyle style;
    private List<String> blanket = List.of();

    RoleText(RoleStyle style) {
        this.style = style;
    }

    /** Role lines below an item; a block that several items share stands below the last of them only. */
    List<String> lines(ReadItem item) {
        if (style == RoleStyle.INLINE || item.rolesFrom() == RolesFrom.SHARED_BLOCK) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        line(lines, "责任领导", item.roles().of(RoleKind.LEADER));
        line(lines, "牵头单位", item.roles().of(RoleKind.LEAD));
        line(lines, "配合单位", item.roles().of(RoleKind.COOPERATING));
        line(lines, "责任单位", item.roles().of(RoleKind.RESPONSIBLE));
        line(lines, "组织落实单位", item.roles().of(RoleKind.ORGANISING));
        return lines;
    }

    private static void line(List<String> lines, String label, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(label + "：" + String.join("、", names));
        }
    }

    /** The bracket at an item's end. Who organises all that follows is named once, at the first item. */
    Optional<String> inline(ReadItem item) {
        if (style != RoleStyle.INLINE || item.roles().isEmpty()) {
            return Optional.empty();
        }
        ReadRoles roles = item.roles();
        List<String> parts = new ArrayList<>();
        part(parts, roles.of(RoleKind.LEAD), "牵头");
        part(parts, roles.of(RoleKind.COOPERATING), "配合");
        part(parts, roles.of(RoleKind.RESPONSIBLE), "负责落实");
        List<String> organising = roles.of(RoleKind.ORGANISING);
        String units = String.join("、", organising);
        if (!organising.isEmpty() && blanket.isEmpty() && !parts.isEmpty()) {
            blanket = organising;
            parts.add(units + "组织落实，以下任务均需" + units + "组织落实，不再列出");
        } else if (!organising.isEmpty() && (!organising.equals(blanket) || parts.isEmpty())) {
            parts.add(units + "组织落实");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("（" + String.join("；", parts) + "）");
    }

    private static void part(List<String> parts, List<String> names, String verb) {
        if (!names.isEmpty()) {
            parts.add(String.join("、", names) + verb);
        }
    }
}
