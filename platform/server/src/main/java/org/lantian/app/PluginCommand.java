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

import org.lantian.app.vendor.PluginProject;
import org.lantian.app.vendor.VendorRepository;
import org.lantian.host.PluginStatus;
import org.lantian.profile.Profiles;
import org.lantian.tck.KitReport;
import org.lantian.tck.PluginKit;
import org.lantian.tck.PromiseResult;
import org.lantian.tck.PromiseResult.Outcome;

/** For vendors of profile plugins; needs no database. */
@Command(name = "plugin", mixinStandardHelpOptions = true, description = "For vendors of profile plugins (方案模板插件).")
final class PluginCommand {

    @Command(name = "new", mixinStandardHelpOptions = true,
            description = {"Make a plugin project whose 'mvn verify' passes as it is.",
                    "What it needs of Lantian goes into a file repository that this command fills. Needs no database."})
    int create(@Parameters(paramLabel = "NAME", description = "Id of the profile, for example hubei.") String id,
            @Option(names = "--title", paramLabel = "TEXT", description = "Display name (default: NAME方案模板).") String title,
            @Option(names = "--region", paramLabel = "CODE", defaultValue = "990000",
                    description = "GB/T 2260 code of the province (default 990000, a made-up one).") String region,
            @Option(names = "--java", description = "With a class for what YAML cannot say.") boolean java,
            @Option(names = "--dir", paramLabel = "DIR", description = "Folder of the project (default: profile-NAME here).") Path folder,
            @Option(names = "--repository", paramLabel = "DIR",
                    description = "The file repository (default: target/vendor-repository of the checkout).") Path repository) {
        Path home = DataOption.home();
        PluginProject project = new PluginProject(id, title == null ? id + "方案模板" : title, region, java);
        Path target = (folder == null ? Path.of("profile-" + id) : folder).toAbsolutePath().normalize();
        VendorRepository filled = VendorRepository.fill(
                (repository == null ? home.resolve("target/vendor-repository") : repository).toAbsolutePath().normalize(), home);
        List<Path> files = project.write(target, filled);
        System.out.println(target + "：" + files.size() + "个文件");
        files.forEach(file -> System.out.println("  " + file));
        System.out.println("下一步：cd " + target + " && mvn verify");
        return Lantian.DONE;
    }

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
