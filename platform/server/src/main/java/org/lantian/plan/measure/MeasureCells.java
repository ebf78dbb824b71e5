package org.lantian.plan.measure;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.sheet.DeadlineText;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;

/**
 * What a row of table 4 says of a measure, but for its subject: two measures with equal cells are the same to a workbook.
 * Members of a cluster row and target concentrations have no column. A reduction is given only where a person entered it;
 * a computed one stays to be computed.
 */
record MeasureCells(Map<Field, String> texts) {

    static final Map<TaskAspect, Field> TASKS = new EnumMap<>(Map.of(TaskAspect.FUGITIVE, Field.MEASURE_FUGITIVE,
            TaskAspect.ORGANISED, Field.MEASURE_ORGANISED, TaskAspect.MOBILE, Field.MEASURE_MOBILE, TaskAspect.GRADE,
            Field.MEASURE_GRADE, TaskAspect.INFRASTRUCTURE, Field.MEASURE_INFRASTRUCTURE));

    MeasureCells {
        texts = Map.copyOf(texts);
    }

    static MeasureCells of(MeasureInput input) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.MEASURE_UPGRADE_TYPE, input.type().term());
        TASKS.forEach((aspect, field) -> texts.put(field, lines(input.task(aspect))));
        texts.put(Field.MEASURE_GOAL, lines(input.goal()));
        texts.put(Field.MEASURE_DEADLINE, deadline(input.deadline()));
        texts.put(Field.MEASURE_REDUCTION, reduction(input.reductions(), input.total()));
        return new MeasureCells(texts);
    }

    private static String lines(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }

    /** As written, unless a reader would take another day from it. */
    private static String deadline(Deadline deadline) {
        return DeadlineText.read(deadline.text()).filter(read -> read.lastDay().equals(deadline.lastDay())
                && read.precision() == deadline.precision()).isPresent() ? deadline.text().strip()
                        : deadline.lastDay().getYear() + "年" + deadline.lastDay().getMonthValue() + "月"
                                + deadline.lastDay().getDayOfMonth() + "日";
    }

    private static String reduction(Map<Pollutant, BigDecimal> parts, Optional<BigDecimal> total) {
        if (parts.isEmpty()) {
            return total.map(MeasureCells::tonnes).orElse("");
        }
        Map<Pollutant, BigDecimal> ordered = new EnumMap<>(parts);
        return ordered.entrySet().stream().map(part -> part.getKey().term() + " " + tonnes(part.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String tonnes(BigDecimal amount) {
        return Decimals.plain(amount).toPlainString();
    }
}
