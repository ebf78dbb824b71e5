package org.lantian.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.lantian.engine.outline.OutlineView;

/** Shows plans in files on the common outline; needs no database. */
@Command(name = "outline", mixinStandardHelpOptions = true,
        description = {"Show plans in files on the common outline (大纲视图): coverage, supplements, what is lacking.",
                "Two files are shown side by side. Needs no database."})
final class PlanOutlineCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;
    @Mixin
    private PlanFiles files;
    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> paths;
    @Option(names = "--format", defaultValue = "text", description = "text or json (default text).")
    private Formats format;

    @Override
    public Integer call() {
        List<OutlineView> views = files.read(data, paths,
                context -> OutlineView.of(context.reading().plan(), context.profile()));
        List<Map<String, Object>> several = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            Map<String, Object> json = json(paths.get(i), views.get(i));
            if (files.toFolder()) {
                files.write(paths.get(i), json);
            } else {
                several.add(json);
            }
        }
        if (!files.toFolder() && format == Formats.JSON) {
            Formats.print(several.size() == 1 ? several.getFirst() : several);
        } else if (!files.toFolder()) {
            print(views);
        }
        return Lantian.DONE;
    }

    private static Map<String, Object> json(Path file, OutlineView view) {
        return Formats.object("file", file.getFileName().toString(), "title", view.title(), "nodes",
                view.nodes().stream().map(node -> Formats.object("code", node.code(), "heading", node.heading(), "asks",
                        node.asks(), "coverage", node.coverage().name(), "sections",
                        node.parts().stream().map(PlanOutlineCommand::json).toList())).toList(),
                "supplements", view.supplements().stream().map(one -> Formats.object("id", one.id(), "heading",
                        one.heading(), "reason", one.reason(), "line", one.line())).toList(),
                "lacks", view.lacks(), "words", view.words().stream().map(word -> Formats.object("vocabulary",
                        word.vocabulary(), "word", word.word(), "upgradeType", word.type().name(), "term",
                        word.type().term(), "back", word.back(), "count", word.count())).toList());
    }

    private static Map<String, Object> json(OutlineView.Part part) {
        return Formats.object("id", part.id(), "heading", part.heading(), "line", part.line(), "items", part.items(),
                "tables", part.tables());
    }

    /** Node by node, each plan on a line of its own below it. */
    private void print(List<OutlineView> views) {
        for (int node = 0; node < views.getFirst().nodes().size(); node++) {
            OutlineView.Node first = views.getFirst().nodes().get(node);
            System.out.println((first.parent().isPresent() ? "  " : "") + first.heading());
            for (int i = 0; i < views.size(); i++) {
                OutlineView.Node own = views.get(i).nodes().get(node);
                System.out.println("      " + name(views, i) + word(own.coverage()) + own.parts().stream()
                        .map(part -> part.heading() + (part.items() > 0 ? "（" + part.items() + "项）" : ""))
                        .limit(8).collect(Collectors.joining("；", "：", own.parts().size() > 8 ? "……" : "")));
            }
        }
        for (int i = 0; i < views.size(); i++) {
            System.out.println("\n" + views.get(i).title());
            views.get(i).supplements().forEach(one -> System.out
                    .println("  补充\t第" + one.line() + "行 " + one.heading() + "\t" + one.reason()));
            views.get(i).lacks().forEach(lack -> System.out.println("  缺少\t" + lack));
            views.get(i).words().forEach(word -> System.out.println("  用词\t" + word.word() + " → " + word.type().term()
                    + " → " + word.back() + "\t" + word.count() + "次"));
        }
    }

    private String name(List<OutlineView> views, int i) {
        return views.size() == 1 ? "" : paths.get(i).getFileName() + " ";
    }

    private static String word(OutlineView.Coverage coverage) {
        return switch (coverage) {
            case COVERED -> "有";
            case WITHOUT_TABLE -> "有，缺表";
            case MISSING -> "无";
        };
    }
}
