package org.lantian.plugin.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One column, or a group of columns under a common header.
 *
 * @param id stable id within its table
 * @param header header text; {@code {baseYear}} is replaced by the plan's base year
 * @param aliases other header texts under which the column is recognised when a workbook is read
 * @param field catalogue field, or empty for a group or a declared extension (kept in {@code attributes})
 * @param type how a cell is read; must equal the field's type
 * @param unit printed unit of a decimal, if fixed
 * @param allowed allowed values of a {@link ValueType#CHOICE}
 * @param otherAllowed whether a text outside {@code allowed} is accepted (其他，请注明)
 * @param requiredWhen {@code never}, {@code always}, or a CEL condition over the row's fields
 * @param note help text shown in the template
 * @param width relative width when printed, 1 to 20
 * @param children sub-columns; empty for a leaf
 */
public record ColumnSpec(String id, String header, List<String> aliases, Optional<Field> field, ValueType type,
        Optional<String> unit, List<String> allowed, boolean otherAllowed, String requiredWhen, String note,
        int width, List<ColumnSpec> children) {

    public ColumnSpec {
        aliases = List.copyOf(aliases);
        allowed = List.copyOf(allowed);
        children = List.copyOf(children);
        if (id.isBlank() || header.isBlank()) {
            throw new IllegalArgumentException("a column needs an id and a header");
        }
        if (!children.isEmpty() && field.isPresent()) {
            throw new IllegalArgumentException("column " + id + ": a group has no field of its own");
        }
        if (field.isPresent() && field.get().type() != type) {
            throw new IllegalArgumentException("column " + id + ": field " + field.get().id() + " is "
                    + field.get().type() + ", not " + type);
        }
        if (width < 1 || width > 20) {
            throw new IllegalArgumentException("column " + id + ": width must be 1 to 20");
        }
    }

    public boolean leaf() {
        return children.isEmpty();
    }

    /** The leaf columns below this one, or itself. */
    public Stream<ColumnSpec> leaves() {
        return leaf() ? Stream.of(this) : children.stream().flatMap(ColumnSpec::leaves);
    }
}
