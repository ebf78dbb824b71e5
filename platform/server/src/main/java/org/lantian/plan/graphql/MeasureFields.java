package org.lantian.plan.graphql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.graphql.GlobalId;
import org.lantian.plan.measure.MeasureInput;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plan.measure.MeasureInput.Target;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/** The input type {@code MeasureFields}. */
record MeasureFields(String clusterId, @Nullable String enterpriseId, @Nullable List<String> memberIds,
        UpgradeType upgradeType, @Nullable List<TaskInput> tasks, @Nullable String goal, LocalDate deadline,
        @Nullable String deadlineText, @Nullable Precision deadlinePrecision, @Nullable List<TargetInput> targets,
        @Nullable List<ReductionInput> reductions, @Nullable BigDecimal totalReduction,
        @Nullable List<AccountingInput> accounts) {

    record TaskInput(TaskAspect aspect, String text) {
    }

    record TargetInput(@Nullable String outlet, Pollutant pollutant, BigDecimal concentration) {
    }

    record ReductionInput(Pollutant pollutant, BigDecimal tonnes) {
    }

    MeasureInput read() {
        Map<TaskAspect, String> words = new EnumMap<>(TaskAspect.class);
        orEmpty(tasks).forEach(task -> words.put(task.aspect(), task.text()));
        Map<Pollutant, BigDecimal> tonnes = new EnumMap<>(Pollutant.class);
        orEmpty(reductions).forEach(part -> tonnes.put(part.pollutant(), part.tonnes()));
        return new MeasureInput(GlobalId.parse("Cluster", clusterId),
                Optional.ofNullable(enterpriseId).map(id -> GlobalId.parse("Enterprise", id)),
                orEmpty(memberIds).stream().map(id -> GlobalId.parse("Enterprise", id)).toList(), upgradeType, words,
                Optional.ofNullable(goal).orElse(""), deadline(deadline, deadlineText, deadlinePrecision),
                orEmpty(targets).stream().map(target -> new Target(Optional.ofNullable(target.outlet()).orElse(""),
                        target.pollutant(), target.concentration())).toList(),
                tonnes, Optional.ofNullable(totalReduction), orEmpty(accounts).stream().map(AccountingInput::read).toList());
    }

    /** Printed as year and month where nothing is said. */
    static Deadline deadline(LocalDate lastDay, @Nullable String text, @Nullable Precision precision) {
        return new Deadline(lastDay, Optional.ofNullable(text).filter(written -> !written.isBlank())
                .orElse(lastDay.getYear() + "年" + lastDay.getMonthValue() + "月"),
                Optional.ofNullable(precision).orElse(Precision.MONTH));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
