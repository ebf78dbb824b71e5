package org.lantian.app;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.DomainException;
import org.lantian.engine.emission.Accounting;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plan.measure.MeasureSuggestion;
import org.lantian.plan.measure.MeasureSuggestions;
import org.lantian.plan.measure.Measures;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;

/** Lists measures, suggests those that findings ask for, and takes over what a person accepts. */
@Command(name = "measure", mixinStandardHelpOptions = true,
        description = "Measures (提升任务): list, suggest (建议任务), accept (采用建议).")
final class MeasureCommand {

    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "List a cluster's measures: id, type, subject, tasks, goal, deadline, tonnes (? unknown, * by hand).")
    int list(@Mixin TenantOption tenant, @Option(names = "--cluster", required = true, paramLabel = "C") String cluster) {
        tenant.<List<Measure>>reading(installation -> installation.bean(Measures.class)
                .listOfCluster(ClusterNames.require(installation, cluster))).forEach(MeasureCommand::print);
        return Lantian.DONE;
    }

    @Command(name = "suggest", mixinStandardHelpOptions = true,
            description = "List what the findings of a cluster ask for and nobody planned: key, type, subject, tasks, goal.")
    int suggest(@Mixin TenantOption tenant, @Option(names = "--cluster", required = true, paramLabel = "C") String cluster) {
        tenant.<List<MeasureSuggestion>>reading(installation -> installation.bean(MeasureSuggestions.class)
                .list(ClusterNames.require(installation, cluster))).forEach(one -> System.out.println(String.join("\t", one.key(),
                        one.type().term(), one.subject(), tasks(one.tasks()), one.goal())));
        return Lantian.DONE;
    }

    @Command(name = "accept", mixinStandardHelpOptions = true,
            description = "Make measures of the suggestions with these keys, or of all, and list them.")
    int accept(@Mixin TenantOption tenant, @Option(names = "--cluster", required = true, paramLabel = "C") String cluster,
            @Option(names = "--key", split = ",", paramLabel = "KEY", description = "Keys of suggestions (default: all).") Set<String> keys,
            @Option(names = "--deadline", required = true, paramLabel = "DAY", description = "2026-06 or 2026-06-30; measures that are added to keep theirs.") String deadline) {
        tenant.<List<Measure>>writing(installation -> installation.bean(MeasureSuggestions.class).accept(
                ClusterNames.require(installation, cluster), keys == null ? Set.of() : keys, deadline(deadline)))
                .forEach(MeasureCommand::print);
        return Lantian.DONE;
    }

    @Command(name = "account", mixinStandardHelpOptions = true,
            description = {"Account a measure's reduction by coefficients or balances (核算) and list the measure; the explanation follows.",
                    "Inputs are NAME=VALUE: coefficient, activity, coal, sulphur, conversion, collected, running,",
                    "efficiency (0.6+0.8 for treatments in a row), material (油漆:120:35 for name, tonnes, percent; + between)."})
    int account(@Mixin TenantOption tenant, @Option(names = "--measure", required = true, paramLabel = "ID") long id,
            @Option(names = "--pollutant", required = true, paramLabel = "P", description = "PM, SO2, NOX or VOCS.") Pollutant pollutant,
            @Option(names = "--method", required = true, paramLabel = "M", description = "COEFFICIENT, BALANCE or SULPHUR.") Accounting.Method method,
            @Option(names = "--unit", defaultValue = "", paramLabel = "U", description = "Line or process (default: the whole enterprise).") String unit,
            @Option(names = "--before", required = true, split = ",", paramLabel = "NAME=VALUE") Map<String, String> before,
            @Option(names = "--after", split = ",", paramLabel = "NAME=VALUE", description = "What the measure changes.") Map<String, String> after) {
        Accounting accounting = new Accounting(unit.strip(), pollutant, method, AccountingText.read(before),
                Optional.ofNullable(after).map(AccountingText::read));
        Measure measure = tenant.writing(installation -> {
            Measures measures = installation.bean(Measures.class);
            Measure known = measures.require(id);
            List<Accounting> others = known.input().accounts().stream().filter(one -> one.pollutant() != pollutant
                    || !one.unit().equals(accounting.unit())).toList();
            return measures.revise(id, known.rowVersion(), known.input().accounted(
                    Stream.concat(others.stream(), Stream.of(accounting)).toList()));
        });
        print(measure);
        measure.reduction().parts().values().forEach(part -> System.out.println(
                part.explanation().map(Explanation::print).orElse(part.note())));
        return Lantian.DONE;
    }

    private static Deadline deadline(String text) {
        try {
            if (text.length() == "2026-06".length()) {
                YearMonth month = YearMonth.parse(text);
                return new Deadline(month.atEndOfMonth(), month.getYear() + "年" + month.getMonthValue() + "月", Precision.MONTH);
            }
            LocalDate day = LocalDate.parse(text);
            return new Deadline(day, day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日", Precision.DAY);
        } catch (DateTimeParseException e) {
            throw DomainException.badRequest("DEADLINE_INVALID", "“" + text + "”不是完成时限，应如 2026-06 或 2026-06-30。");
        }
    }

    private static void print(Measure measure) {
        System.out.println(String.join("\t", String.valueOf(measure.id()), measure.input().type().term(), measure.subject(),
                tasks(Arrays.stream(TaskAspect.values()).filter(aspect -> !measure.task(aspect).isEmpty())
                        .collect(Collectors.toMap(aspect -> aspect, measure::task))),
                measure.input().goal(), measure.input().deadline().text(),
                measure.reduction().tonnes().map(Decimals::print).orElse("?") + (measure.reduction().manual() ? "*" : "")));
    }

    private static String tasks(Map<TaskAspect, String> tasks) {
        return Arrays.stream(TaskAspect.values()).filter(tasks::containsKey).map(aspect -> aspect.term() + "：" + tasks.get(aspect))
                .collect(Collectors.joining("｜"));
    }
}
