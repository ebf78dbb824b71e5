package org.lantian.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.lantian.host.PluginStatus;
import org.lantian.profile.Profiles;
import org.lantian.tck.KitReport;
import org.lantian.tck.PluginKit;
import org.lantian.tck.PromiseResult;
import org.lantian.tck.PromiseResult.Outcome;

/** For vendors of profile plugins; needs no database. */
@Command(name = "plugin", mixinStandardHelpOptions = true, description = "For vendors of profile plugins (方案模板插件).")
final class PluginCommand {

    @Command(name = "verify", mixinStandardHelpOptions = true,
            description = {"Check zips with the vendors' test kit: each promise, and what to change where it is not kept.",
                    "Classes in the zips run. Parents are looked for among the given and the installed zips.",
                    "Exit 1 if a promise is broken. Needs no database."})
    int verify(@Mixin DataOption data,
            @Parameters(arity = "1..*", paramLabel = "FILE.zip") List<Path> zips,
            @Option(names = "--parent", paramLabel = "FILE.zip", description = "A zip that is extended; may be repeated.") List<Path> parents,
            @Option(names = "--word", paramLabel = "WORD",
                    description = "A word that is no name although it looks like one; may be repeated.") List<String> words,
            @Option(names = "--format", defaultValue = "text", description = "text or json (default text).") Formats format) {
        List<Path> all = new ArrayList<>(zips);
        all.addAll(given(parents));
        all.addAll(installed(data));
        PluginKit kit = PluginKit.usual().withParents(all).withCommonWords(new LinkedHashSet<>(given(words)));
        List<KitReport> reports = zips.stream().map(kit::verify).toList();
        if (format == Formats.JSON) {
            Formats.print(reports.stream().map(PluginCommand::json).toList());
        } else {
            reports.forEach(PluginCommand::print);
        }
        return reports.stream().allMatch(KitReport::passed) ? Lantian.DONE : Lantian.INPUT_ERRORS;
    }

    private static List<Path> installed(DataOption data) {
        try (Installation installation = Installation.openWithoutDatabase(data.folder())) {
            return installation.bean(Profiles.class).list().stream().map(PluginStatus::zip).toList();
        }
    }

    private static <T> List<T> given(List<T> option) {
        return option == null ? List.of() : option;
    }

    private static void print(KitReport report) {
        System.out.println(report.zip().getFileName() + "\t" + report.ref().map(Object::toString).orElse("-") + "\t"
                + (report.sha256().isEmpty() ? "-" : report.sha256()));
        for (PromiseResult result : report.results()) {
            System.out.println("  " + word(result.outcome()) + "\t" + result.promise().key() + "\t" + result.promise().title());
            result.faults().forEach(fault -> System.out.println("    " + fault));
        }
        Map<Outcome, Long> counts = report.results().stream().collect(Collectors.groupingBy(PromiseResult::outcome,
                Collectors.counting()));
        System.out.println(report.passed() ? "  全部" + report.results().size() + "项通过。" : "  未通过" + counts.getOrDefault(Outcome.BROKEN, 0L)
                + "项，未检查" + counts.getOrDefault(Outcome.UNCHECKED, 0L) + "项，共" + report.faults().size() + "处要改。");
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case KEPT -> "通过";
            case BROKEN -> "未通过";
            case UNCHECKED -> "未检查";
        };
    }

    private static Map<String, Object> json(KitReport report) {
        return Formats.object("file", report.zip().getFileName().toString(), "profile", report.ref().map(Object::toString).orElse(null),
                "sha256", report.sha256(), "hash", report.hash().orElse(null), "passed", report.passed(), "promises",
                report.results().stream().map(result -> Formats.object("promise", result.promise().key(), "title",
                        result.promise().title(), "outcome", result.outcome().name().toLowerCase(Locale.ROOT), "faults",
                        result.faults().stream().map(fault -> Formats.object("place", fault.place(), "problem", fault.problem(),
                                "change", fault.change())).toList()))
                        .toList());
    }
}
