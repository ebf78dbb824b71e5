package org.lantian.engine.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.lantian.plugin.grammar.RoleKind;

/** The published JSON form of a plan that was read; keys are only ever added. */
public final class PlanJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanJson() {
    }

    public static ObjectNode write(ReadPlan plan) {
        ObjectNode json = NODES.objectNode();
        json.put("title", plan.title());
        json.put("number", plan.number().orElse(null));
        json.put("state", plan.state().orElse(null));
        json.put("issuedOn", plan.issuedOn().map(LocalDate::toString).orElse(null));
        json.put("profile", plan.profile());
        ArrayNode sections = json.putArray("sections");
        plan.sections().forEach(section -> sections.add(section(section)));
        ArrayNode tables = json.putArray("tables");
        plan.tables().forEach(table -> tables.add(table(table)));
        ArrayNode targets = json.putArray("targets");
        plan.targets().forEach(target -> targets.add(target(target)));
        ArrayNode unread = json.putArray("unread");
        plan.unread().forEach(line -> unread.addObject().put("line", line.line()).put("text", line.text()));
        return json;
    }

    private static ObjectNode section(ReadSection section) {
        ObjectNode json = NODES.objectNode();
        json.put("id", section.id()).put("level", section.level()).put("number", section.number())
                .put("heading", section.heading());
        switch (section.placement()) {
            case Placement.Node node -> json.put("outlineNode", node.code());
            case Placement.Supplement supplement -> json.put("supplement", supplement.reason());
        }
        json.put("line", section.line());
        ArrayNode paragraphs = json.putArray("paragraphs");
        section.paragraphs().forEach(one -> paragraphs.add(paragraph(one)));
        ArrayNode items = json.putArray("items");
        section.items().forEach(item -> items.add(item(item)));
        return json;
    }

    private static ObjectNode paragraph(ReadParagraph paragraph) {
        ObjectNode json = NODES.objectNode().put("text", paragraph.text());
        if (!paragraph.roles().isEmpty()) {
            json.set("roles", roles(paragraph.roles()));
        }
        json.set("deadlines", deadlines(paragraph.deadlines()));
        json.set("quantities", quantities(paragraph.quantities()));
        return json.put("line", paragraph.line());
    }

    private static ObjectNode item(ReadItem item) {
        ObjectNode json = NODES.objectNode().put("no", item.no()).put("title", item.title()).put("text", item.text());
        json.set("roles", roles(item.roles()));
        json.put("rolesFrom", switch (item.rolesFrom()) {
            case OWN -> "own";
            case SHARED_BLOCK -> "sharedBlock";
            case NOWHERE -> "nowhere";
        });
        json.set("deadlines", deadlines(item.deadlines()));
        json.set("quantities", quantities(item.quantities()));
        if (!item.box().isEmpty()) {
            json.put("box", item.box());
        }
        return json.put("line", item.line());
    }

    private static ObjectNode roles(ReadRoles roles) {
        ObjectNode json = NODES.objectNode();
        for (RoleKind kind : RoleKind.values()) {
            ArrayNode names = json.putArray(kind.key());
            roles.of(kind).forEach(names::add);
        }
        return json;
    }

    private static ArrayNode deadlines(List<Deadline> deadlines) {
        ArrayNode json = NODES.arrayNode();
        for (Deadline deadline : deadlines) {
            ObjectNode one = json.addObject().put("kind", deadline.kind()).put("text", deadline.text());
            switch (deadline) {
                case Deadline.By by -> one.put("date", by.date().toString());
                case Deadline.MonthEnd end -> one.put("date", end.date().toString());
                case Deadline.HalfYear half -> one.put("date", half.date().toString());
                case Deadline.Window window -> one.put("from", window.from().toString()).put("to", window.to().toString());
                case Deadline.WholeYear year -> one.put("from", year.from().toString()).put("to", year.to().toString());
                case Deadline.Period period -> days(one, period.from(), period.to());
                case Deadline.Ongoing ongoing -> {
                }
                case Deadline.HigherPlan higher -> {
                }
                case Deadline.None none -> {
                }
            }
        }
        return json;
    }

    private static void days(ObjectNode json, Optional<LocalDate> from, Optional<LocalDate> to) {
        from.ifPresent(day -> json.put("from", day.toString()));
        to.ifPresent(day -> json.put("to", day.toString()));
    }

    private static ArrayNode quantities(List<ReadQuantity> quantities) {
        ArrayNode json = NODES.arrayNode();
        quantities.forEach(one -> json.addObject().put("value", one.value()).put("unit", one.unit())
                .put("text", one.text()));
        return json;
    }

    private static ObjectNode target(ReadTarget target) {
        return NODES.objectNode().put("indicator", target.indicator()).put("scope", target.scope())
                .put("period", target.period()).put("kind", target.kind().key())
                .put("value", target.value().map(Columns::plain).orElse(null)).put("unit", target.unit())
                .put("text", target.text()).put("section", target.section()).put("line", target.line());
    }

    private static ObjectNode table(ReadTable table) {
        ObjectNode json = NODES.objectNode().put("title", table.title());
        ArrayNode columns = json.putArray("columns");
        table.columns().forEach(columns::add);
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> {
            ArrayNode cells = rows.addArray();
            row.forEach(cells::add);
        });
        return json.put("section", table.section()).put("line", table.line());
    }
}
