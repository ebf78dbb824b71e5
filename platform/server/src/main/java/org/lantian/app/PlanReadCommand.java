package org.lantian.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.lantian.engine.reading.Deadline;
import org.lantian.engine.reading.PlanJson;
import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadSection;
import org.lantian.plugin.grammar.RoleKind;

/** Reads plans from files; needs no database. */
@Command(name = "read", mixinStandardHelpOptions = true,
        description = {"Read plans from .docx, .txt or .doc files (读入方案): sections, items, roles, deadlines, tables.",
                "Needs no database. Lines that are not understood are listed as unread."})
final class PlanReadCommand implements Callable<Integer> {

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
        List<ReadPlan> plans = files.read(data, paths, PlanReadCommand::plan);
        for (int i = 0; i < plans.size(); i++) {
            if (files.toFolder()) {
                files.write(paths.get(i), PlanJson.write(plans.get(i)));
            } else if (format == Formats.TEXT) {
                System.out.println(text(plans.get(i)));
            }
        }
        if (!files.toFolder() && format == Formats.JSON) {
            Formats.print(plans.size() == 1 ? PlanJson.write(plans.getFirst()) : named(plans));
        }
        return Lantian.DONE;
    }

    private static ReadPlan plan(PlanFiles.Context context) {
        return context.reading().plan();
    }

    /** Several plans in one answer carry their file's name. */
    private List<ObjectNode> named(List<ReadPlan> plans) {
        return java.util.stream.IntStream.range(0, plans.size()).mapToObj(i -> {
            ObjectNode json = PlanJson.write(plans.get(i));
            json.put("file", paths.get(i).getFileName().toString());
            return json;
        }).toList();
    }

    private static String text(ReadPlan plan) {
        StringBuilder text = new StringBuilder(plan.title()).append('\n');
        plan.number().ifPresent(number -> text.append("发文字号 ").append(number).append('\n'));
        plan.state().ifPresent(state -> text.append("状态 ").append(state).append('\n'));
        for (ReadSection section : plan.sections()) {
            text.append('\n').append("  ".repeat(section.level() - 1)).append(section.number()).append(section.heading())
                    .append('\n');
            section.items().forEach(item -> text.append(item(item, "  ".repeat(section.level()))));
        }
        plan.tables().forEach(table -> text.append('\n').append("表 ").append(table.title()).append("：")
                .append(table.columns().size()).append("列").append(table.rows().size()).append("行\n"));
        plan.unread().forEach(line -> text.append("未能归入：第").append(line.line()).append("行 ").append(line.text())
                .append('\n'));
        return text.append("\n共").append(plan.sections().size()).append("节、").append(plan.items().count()).append("项、")
                .append(plan.tables().size()).append("表，未能归入").append(plan.unread().size()).append("行。").toString();
    }

    private static String item(ReadItem item, String indent) {
        String roles = java.util.Arrays.stream(RoleKind.values()).filter(kind -> !item.roles().of(kind).isEmpty())
                .map(kind -> word(kind) + "：" + String.join("、", item.roles().of(kind))).collect(Collectors.joining("；"));
        String deadlines = item.deadlines().stream().filter(deadline -> !deadline.text().isBlank())
                .map(deadline -> deadline.text() + shown(deadline)).collect(Collectors.joining("、"));
        return indent + item.no() + ". " + item.title() + (roles.isEmpty() ? "" : "\n" + indent + "   " + roles)
                + (deadlines.isEmpty() ? "" : "\n" + indent + "   时限：" + deadlines) + "\n";
    }

    private static String shown(Deadline deadline) {
        return deadline.last().map(date -> "（" + date + "）").orElse("");
    }

    private static String word(RoleKind kind) {
        return switch (kind) {
            case LEADER -> "责任领导";
            case LEAD -> "牵头";
            case COOPERATING -> "配合";
            case RESPONSIBLE -> "责任";
            case ORGANISING -> "组织落实";
        };
    }
}
