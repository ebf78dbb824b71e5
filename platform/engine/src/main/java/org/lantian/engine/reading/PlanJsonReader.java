package org.lantian.engine.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import org.lantian.engine.reading.ReadItem.RolesFrom;
import org.lantian.plugin.grammar.RoleKind;

/** Reads back what {@link PlanJson} writes. */
public final class PlanJsonReader {

    private PlanJsonReader() {
    }

    /** @throws IllegalArgumentException if the tree is not of that form */
    public static ReadPlan read(JsonNode json) {
        return new ReadPlan(json.path("title").asText(), text(json, "number"), text(json, "state"),
                text(json, "issuedOn").map(LocalDate::parse), json.path("profile").asText(),
                list(json.path("sections"), PlanJsonReader::section), list(json.path("tables"), PlanJsonReader::table),
                list(json.path("unread"), one -> new UnreadLine(one.path("line").asInt(), one.path("text").asText())));
    }

    private static ReadSection section(JsonNode json) {
        Placement placement = json.has("outlineNode") ? new Placement.Node(json.path("outlineNode").asText())
                : new Placement.Supplement(json.path("supplement").asText());
        return new ReadSection(json.path("id").asText(), json.path("level").asInt(1), json.path("number").asText(),
                json.path("heading").asText(), placement, list(json.path("paragraphs"), PlanJsonReader::paragraph),
                list(json.path("items"), PlanJsonReader::item), json.path("line").asInt());
    }

    private static ReadParagraph paragraph(JsonNode json) {
        return new ReadParagraph(json.path("text").asText(), roles(json.path("roles")),
                list(json.path("deadlines"), PlanJsonReader::deadline),
                list(json.path("quantities"), PlanJsonReader::quantity), json.path("line").asInt());
    }

    private static ReadItem item(JsonNode json) {
        RolesFrom from = switch (json.path("rolesFrom").asText()) {
            case "own" -> RolesFrom.OWN;
            case "sharedBlock" -> RolesFrom.SHARED_BLOCK;
            default -> RolesFrom.NOWHERE;
        };
        return new ReadItem(json.path("no").asText(), json.path("title").asText(), json.path("text").asText(),
                roles(json.path("roles")), from, list(json.path("deadlines"), PlanJsonReader::deadline),
                list(json.path("quantities"), PlanJsonReader::quantity), List.of(), json.path("box").asText(""),
                json.path("line").asInt());
    }

    private static ReadRoles roles(JsonNode json) {
        Map<RoleKind, List<String>> names = new EnumMap<>(RoleKind.class);
        for (RoleKind kind : RoleKind.values()) {
            names.put(kind, list(json.path(kind.key()), JsonNode::asText));
        }
        return new ReadRoles(names);
    }

    private static Deadline deadline(JsonNode json) {
        String text = json.path("text").asText();
        return switch (json.path("kind").asText()) {
            case "by" -> new Deadline.By(text, day(json, "date"));
            case "monthEnd" -> new Deadline.MonthEnd(text, day(json, "date"));
            case "halfYear" -> new Deadline.HalfYear(text, day(json, "date"));
            case "window" -> new Deadline.Window(text, day(json, "from"), day(json, "to"));
            case "wholeYear" -> new Deadline.WholeYear(text, day(json, "from"), day(json, "to"));
            case "ongoing" -> new Deadline.Ongoing(text);
            case "higherPlan" -> new Deadline.HigherPlan(text);
            case "period" -> new Deadline.Period(text, text(json, "from").map(LocalDate::parse),
                    text(json, "to").map(LocalDate::parse));
            case "none" -> new Deadline.None(text);
            default -> throw new IllegalArgumentException("deadline of unknown kind: " + json);
        };
    }

    private static LocalDate day(JsonNode json, String key) {
        return text(json, key).map(LocalDate::parse)
                .orElseThrow(() -> new IllegalArgumentException("deadline without " + key + ": " + json));
    }

    private static ReadQuantity quantity(JsonNode json) {
        return new ReadQuantity(json.path("value").asText(), json.path("unit").asText(), json.path("text").asText());
    }

    private static ReadTable table(JsonNode json) {
        List<List<String>> rows = list(json.path("rows"), row -> list(row, JsonNode::asText));
        List<Integer> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(json.path("line").asInt() + lines.size() + 1));
        return new ReadTable(json.path("title").asText(), list(json.path("columns"), JsonNode::asText), rows,
                json.path("section").asText(), json.path("line").asInt(), lines);
    }

    private static Optional<String> text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reading) {
        List<T> values = new ArrayList<>();
        array.forEach(element -> values.add(reading.apply(element)));
        return values;
    }
}
