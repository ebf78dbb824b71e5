package org.lantian.app.tenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.reading.Deadline;
import org.lantian.engine.reading.ReadQuantity;
import org.lantian.plugin.grammar.RoleKind;

/**
 * A plan in its region's form, as {@code plan.yaml} declares it.
 *
 * @param parameters what stands for {@code {name}} in the template's headings
 * @param state 征求意见稿, 印发 …
 */
public record RegionalDeclaration(Optional<String> number, Optional<String> state, Optional<LocalDate> issuedOn,
        Map<String, String> parameters, List<Section> sections, List<Table> tables) {

    public RegionalDeclaration {
        parameters = Map.copyOf(parameters);
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
    }

    /**
     * A section.
     *
     * @param template id of the profile's template section; empty for one below it with a heading of its own
     */
    public record Section(Optional<String> template, Optional<String> heading, List<String> paragraphs, List<Item> items,
            List<Section> sections) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
            items = List.copyOf(items);
            sections = List.copyOf(sections);
        }
    }

    /**
     * A numbered task.
     *
     * @param roles names as printed
     * @param shared number of the later item whose roles it shares
     */
    public record Item(int no, String title, String text, String box, Map<RoleKind, List<String>> roles,
            Optional<Integer> shared, List<Deadline> deadlines, List<ReadQuantity> quantities) {
        public Item {
            roles = Map.copyOf(roles);
            deadlines = List.copyOf(deadlines);
            quantities = List.copyOf(quantities);
        }
    }

    /** A table: id of its template section, title, columns and rows. */
    public record Table(String section, String title, List<String> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
