package org.lantian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.ValueType;

/** The cell note of a column: what to fill in, in which unit, what is allowed. */
final class WorkbookNotes {

    private WorkbookNotes() {
    }

    static String of(ColumnSpec spec) {
        List<String> lines = new ArrayList<>();
        if (!spec.note().isBlank()) {
            lines.add(spec.note());
        }
        switch (spec.requiredWhen()) {
            case "always" -> lines.add("必填");
            case "never" -> {
            }
            default -> lines.add("视情况必填");
        }
        spec.unit().ifPresent(unit -> lines.add("单位：" + unit));
        if (!spec.allowed().isEmpty()) {
            lines.add("可选：" + String.join("、", spec.allowed()) + (spec.otherAllowed() ? "；其他请注明" : ""));
        }
        form(spec.type()).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private static Optional<String> form(ValueType type) {
        return switch (type) {
            case YES_NO -> Optional.of("填“是”或“否”");
            case RANGE -> Optional.of("填数值或范围并注明单位，如 5-8升/分钟");
            case DEADLINE -> Optional.of("如 2026-06-30、2026年6月底前、2026年");
            case CREDIT_CODE -> Optional.of("18位统一社会信用代码");
            case PERMIT_NUMBER -> Optional.of("22位排污许可证编号");
            case INDUSTRY -> Optional.of("GB/T 4754-2017 的代码或名称，如 3140 铁合金冶炼");
            case ORDINAL, TEXT, DECIMAL, INTEGER, CHOICE -> Optional.empty();
        };
    }
}
