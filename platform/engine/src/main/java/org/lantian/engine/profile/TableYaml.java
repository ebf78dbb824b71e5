package org.lantian.engine.profile;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.yaml.YamlNode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.table.ValueType;

/** {@code tables.yaml}: tables and supplement sheets with their column trees. */
final class TableYaml {

    private static final int USUAL_WIDTH = 4;

    private TableYaml() {
    }

    static List<TableSpec> read(YamlNode root) {
        return root.list("tables", table -> new TableSpec(table.requireText("id"), table.findInteger("number"),
                table.requireText("title"), table.requireText("sheet"), table.list("columns", TableYaml::column),
                table.texts("notes")));
    }

    private static ColumnSpec column(YamlNode node) {
        String id = node.requireText("id");
        String header = node.requireText("header");
        List<String> aliases = node.texts("aliases");
        String note = node.findText("note").orElse("");
        if (node.has("columns")) {
            return new ColumnSpec(id, header, aliases, Optional.empty(), ValueType.TEXT, Optional.empty(), List.of(),
                    false, "never", note, 1, node.list("columns", TableYaml::column));
        }
        Optional<Field> field = node.findParsed("field", TableYaml::field);
        ValueType type = node.findChoice("type", ValueType.class).or(() -> field.map(Field::type))
                .orElseGet(() -> undeclared(node, id));
        return new ColumnSpec(id, header, aliases, field, type, node.findText("unit"), node.texts("allowed"),
                node.findFlag("otherAllowed").orElse(false), node.findText("requiredWhen").orElse("never"), note,
                node.findInteger("width").orElse(USUAL_WIDTH), List.of());
    }

    private static ValueType undeclared(YamlNode node, String id) {
        if (!node.has("field")) {
            node.problem("id", "列“" + id + "”既无field也无type；扩展列必须写明type。");
        }
        return ValueType.TEXT;
    }

    private static Field field(String id) {
        return Field.ofId(id).orElseThrow(() -> new IllegalArgumentException("字段目录中没有“" + id + "”。"));
    }
}
