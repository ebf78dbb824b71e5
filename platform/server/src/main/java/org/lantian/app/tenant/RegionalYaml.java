package org.lantian.app.tenant;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.engine.reading.Deadline;
import org.lantian.engine.reading.ReadQuantity;
import org.lantian.engine.yaml.YamlNode;
import org.lantian.plugin.grammar.RoleKind;

/** Reads the regional part of {@code plan.yaml}: sections with tasks, and tables from CSV files beside it. */
final class RegionalYaml {

    private final Path folder;
    private final Map<String, String> unitNames;
    private final List<String> problems;
    private final Set<String> numbers = new HashSet<>();

    /**
     * @param unitNames printed names of units and groups by code
     * @param problems takes the faults of the CSV files
     */
    RegionalYaml(Path folder, Map<String, String> unitNames, List<String> problems) {
        this.folder = folder;
        this.unitNames = unitNames;
        this.problems = problems;
    }

    /** Empty where the plan declares no sections. */
    Optional<RegionalDeclaration> read(YamlNode node) {
        Optional<String> number = node.findText("number");
        Optional<String> state = node.findText("state");
        Optional<LocalDate> issuedOn = node.findParsed("issuedOn", LocalDate::parse);
        Map<String, String> parameters = node.textMap("parameters");
        List<RegionalDeclaration.Section> sections = node.list("sections", this::section);
        List<RegionalDeclaration.Table> tables = node.list("tables", this::table);
        return sections.isEmpty() ? Optional.empty()
                : Optional.of(new RegionalDeclaration(number, state, issuedOn, parameters, sections, tables));
    }

    private RegionalDeclaration.Section section(YamlNode node) {
        Optional<String> id = node.findText("id");
        Optional<String> heading = node.findText("heading");
        if (id.isEmpty() && heading.isEmpty()) {
            node.problem("id", "章节须有id（模板章节）或heading（其下的小节）。");
        }
        return new RegionalDeclaration.Section(id, heading, node.texts("paragraphs"), node.list("items", this::item),
                node.list("sections", this::section));
    }

    private RegionalDeclaration.Item item(YamlNode node) {
        int no = node.requireInteger("no");
        String box = node.findText("box").orElse("");
        if (box.isEmpty() && !node.findFlag("restart").orElse(false) && !numbers.add(Integer.toString(no))) {
            node.problem("no", "第" + no + "项重复。");
        }
        List<ReadQuantity> quantities = new ArrayList<>(node.list("quantities", RegionalYaml::quantity));
        node.list("splits", split -> split(node, split));
        Map<RoleKind, List<String>> roles = node.find("roles", this::roles).orElse(Map.of());
        List<Deadline> deadlines = node.list("deadlines", RegionalYaml::deadline);
        List<String> points = node.texts("points");
        String text = (points.isEmpty() ? node.requireText("text") : node.findText("text").orElse(""))
                + points.stream().map(point -> "\n·" + point).collect(Collectors.joining());
        node.findText("source");
        node.findText("note");
        return new RegionalDeclaration.Item(no, node.requireText("title"), text, box, roles,
                node.findInteger("sharedRolesFrom"), deadlines, quantities);
    }

    private Map<RoleKind, List<String>> roles(YamlNode node) {
        Map<RoleKind, List<String>> roles = new EnumMap<>(RoleKind.class);
        for (RoleKind kind : RoleKind.values()) {
            List<String> names = new ArrayList<>();
            for (String word : node.texts(kind.key())) {
                if (kind == RoleKind.LEADER) {
                    names.add(word);
                } else if (unitNames.containsKey(word)) {
                    names.add(unitNames.get(word));
                } else {
                    node.problem(kind.key(), "没有单位或单位组“" + word + "”。");
                }
            }
            if (!names.isEmpty()) {
                roles.put(kind, names);
            }
        }
        return roles;
    }

    private static ReadQuantity quantity(YamlNode node) {
        node.findText("of");
        return new ReadQuantity(node.requireText("value"), node.requireText("unit"), node.requireText("text"));
    }

    /** A total and its parts by unit, which must add up. */
    private Optional<String> split(YamlNode item, YamlNode node) {
        BigDecimal total = node.requireDecimal("total");
        node.requireText("unit");
        node.requireText("of");
        BigDecimal sum = node.list("parts", part -> {
            String unit = part.requireText("unit");
            if (!unitNames.containsKey(unit)) {
                part.problem("unit", "没有单位“" + unit + "”。");
            }
            return part.requireDecimal("value");
        }).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total) != 0) {
            node.problem("total", "总数" + total.toPlainString() + "与各单位之和" + sum.toPlainString() + "不符。");
        }
        return Optional.of(total.toPlainString());
    }

    private static Deadline deadline(YamlNode node) {
        String text = node.requireText("text");
        node.findText("what");
        Optional<LocalDate> date = node.findParsed("date", LocalDate::parse);
        Optional<LocalDate> from = node.findParsed("from", LocalDate::parse);
        Optional<LocalDate> to = node.findParsed("to", LocalDate::parse);
        return switch (node.requireText("kind")) {
            case "by" -> new Deadline.By(text, needed(date, "date"));
            case "monthEnd" -> new Deadline.MonthEnd(text, needed(date, "date"));
            case "halfYear" -> new Deadline.HalfYear(text, needed(date, "date"));
            case "window" -> new Deadline.Window(text, needed(from, "from"), needed(to, "to"));
            case "wholeYear" -> new Deadline.WholeYear(text, needed(from, "from"), needed(to, "to"));
            case "ongoing" -> new Deadline.Ongoing(text);
            case "higherPlan" -> new Deadline.HigherPlan(text);
            case "period" -> new Deadline.Period(text, from, to);
            default -> throw new IllegalArgumentException(
                    "kind只能是by、monthEnd、halfYear、window、wholeYear、ongoing、higherPlan、period之一。");
        };
    }

    private static LocalDate needed(Optional<LocalDate> date, String key) {
        return date.orElseThrow(() -> new IllegalArgumentException("这种时限须有“" + key + "”。"));
    }

    private RegionalDeclaration.Table table(YamlNode node) {
        List<List<String>> rows = node.requireParsed("file", this::rows);
        List<String> columns = rows.isEmpty() ? List.of() : rows.getFirst();
        return new RegionalDeclaration.Table(node.requireText("section"), node.requireText("title"), columns,
                rows.isEmpty() ? rows : rows.subList(1, rows.size()));
    }

    private List<List<String>> rows(String file) {
        if (!file.matches("[a-z0-9-]+\\.csv")) {
            throw new IllegalArgumentException("“" + file + "”应为同一目录中的CSV文件名。");
        }
        return CsvFile.rows(folder.resolve(file), problems);
    }
}
