package org.lantian.app;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.Clocks;
import org.lantian.common.DomainException;
import org.lantian.graphql.GlobalId;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.Cluster;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.EnterpriseSearch;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEdits;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.history.FieldChange;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.plan.dossier.Dossiers;

/** The files of enterprises 一企一档. */
@Command(name = "ledger", mixinStandardHelpOptions = true, description = "The files of enterprises (一企一档).",
        subcommands = {SuccessionCommand.class, RegisterCommand.class, RoundCommand.class, PermitsCommand.class})
final class LedgerCommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final Pattern CELL = Pattern.compile("([^=\\[]+)(?:\\[(\\d{1,4})])?(?:=(.*)|-)", Pattern.DOTALL);

    /** A change and the Chinese name of its field. */
    private record Line(LedgerChange change, String term) {
    }

    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "List enterprises: cluster, name, county, town, industry, grade, credit code.")
    int list(@Mixin TenantOption tenant, @Option(names = "--cluster", paramLabel = "C", description = "Only of this cluster.") String cluster,
            @Option(names = "--name", paramLabel = "TEXT", description = "Only names with this text.") String name,
            @Option(names = "--town", paramLabel = "TOWN", description = "Only of this town.") String town,
            @Option(names = "--grade", paramLabel = "GRADE", description = "Only of this grade.") String grade,
            @Option(names = "--industry", paramLabel = "CODE", description = "Only industries whose GB/T 4754 code begins so.") String industry,
            @Option(names = "--order", defaultValue = "LEDGER", description = "One of ${COMPLETION-CANDIDATES} (default LEDGER).") EnterpriseSearch.Order order,
            @Option(names = "--limit", defaultValue = "1000", paramLabel = "N", description = "At most so many (default 1000).") int limit,
            @Option(names = "--format", defaultValue = "text", description = "text or json (default text).") Formats format) {
        tenant.reading(installation -> {
            EnterpriseSearch.Filter filter = new EnterpriseSearch.Filter(
                    Optional.ofNullable(cluster).map(named -> ClusterNames.require(installation, named)), Optional.ofNullable(name),
                    Optional.ofNullable(town), Optional.ofNullable(grade), Optional.ofNullable(industry), Optional.empty());
            EnterpriseSearch search = installation.bean(EnterpriseSearch.class);
            Map<Long, String> clusters = installation.bean(Ledger.class).listClusters().stream()
                    .collect(Collectors.toMap(Cluster::requireId, Cluster::name));
            List<Enterprise> found = search.page(filter, order, 0, limit);
            if (format == Formats.JSON) {
                Formats.print(found.stream().map(one -> json(one, clusters.get(one.clusterId()))).toList());
            } else {
                found.forEach(one -> System.out.println(String.join("\t", clusters.get(one.clusterId()), one.name(), text(one.county()),
                        text(one.town()), text(one.industry()), text(one.grade()), text(one.creditCode()))));
                long all = search.count(filter);
                if (all > found.size()) {
                    System.err.println("共 " + all + " 家，列出前 " + found.size() + " 家；用 --limit 多列。");
                }
            }
            return found;
        });
        return Lantian.DONE;
    }

    @Command(name = "show", mixinStandardHelpOptions = true,
            description = {"Show all that is kept of an enterprise (一企一档): ledger, permit, registers, findings, measures, changes.",
                    "With -o as a Word file (.docx) or a page (.html)."})
    int show(@Mixin TenantOption tenant, @Mixin EnterpriseOption enterprise,
            @Option(names = "--year", paramLabel = "Y", description = "Year of the figures (default: the base year).") Integer year,
            @Option(names = "-o", paramLabel = "FILE", description = "Write this file instead: .docx or .html.") Path file) {
        Optional<Dossiers.Format> format = Optional.ofNullable(file).map(LedgerCommand::format);
        tenant.reading(installation -> {
            long id = enterprise.require(installation).requireId();
            Dossiers dossiers = installation.bean(Dossiers.class);
            if (format.isEmpty()) {
                DocumentText.print(dossiers.document(id, Optional.ofNullable(year)));
            } else {
                PlanFiles.write(file, dossiers.write(id, Optional.ofNullable(year), format.get()));
                System.out.println(file);
            }
            return id;
        });
        return Lantian.DONE;
    }

    private static Dossiers.Format format(Path file) {
        return Arrays.stream(Dossiers.Format.values()).filter(one -> file.toString().endsWith("." + one.suffix())).findFirst()
                .orElseThrow(() -> DomainException.badRequest("FILE_TYPE_UNKNOWN", "“" + file + "”的扩展名应为 .docx 或 .html。"));
    }

    private static Object json(Enterprise one, String cluster) {
        return Formats.object("id", GlobalId.of("Enterprise", one.requireId()), "cluster", cluster, "name", one.name(), "county",
                one.county(), "town", one.town(), "industry", one.industry(), "industryCode", one.industryCode(), "grade", one.grade(),
                "creditCode", one.creditCode(), "permitNumber", one.permitNumber());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Command(name = "history", mixinStandardHelpOptions = true,
            description = "Show who changed which field of an enterprise, when and by which import; the newest first.")
    int history(@Mixin TenantOption tenant, @Mixin EnterpriseOption enterprise,
            @Option(names = "--field", paramLabel = "F",
                    description = "Only this field: its id (product.output) or Chinese name.") String field,
            @Option(names = "--limit", defaultValue = "100", paramLabel = "N",
                    description = "At most so many entries (default 100).") int limit,
            @Option(names = "--format", defaultValue = "text", description = "text or json (default text).") Formats format) {
        List<Line> lines = tenant.reading(installation -> {
            LedgerHistory history = installation.bean(LedgerHistory.class);
            long id = enterprise.require(installation).requireId();
            return history.ofEnterprises(List.of(id), Optional.ofNullable(field).map(history::requireField), 0, limit)
                    .getOrDefault(id, List.of()).stream()
                    .map(change -> new Line(change, history.term(change.change().field()))).toList();
        });
        if (format == Formats.JSON) {
            Formats.print(lines.stream().map(LedgerCommand::json).toList());
        } else {
            lines.forEach(line -> System.out.println(text(line)));
        }
        return Lantian.DONE;
    }

    @Command(name = "edit", mixinStandardHelpOptions = true,
            description = {"Change single values of an enterprise, all or none.",
                    "FIELD=TEXT, for an entry of a repeating group FIELD[n]=TEXT, FIELD[n]- to take the entry out."})
    int edit(@Mixin TenantOption tenant, @Mixin EnterpriseOption enterprise,
            @Option(names = "--year", paramLabel = "Y", description = "Year of the figures (default: the base year).") Integer year,
            @Option(names = "--set", required = true, paramLabel = "FIELD=TEXT") List<String> values) {
        List<LedgerEdits.Cell> cells = values.stream().map(LedgerCommand::cell).toList();
        LedgerEntry entry = tenant.writing(installation -> {
            Enterprise found = enterprise.require(installation);
            return installation.bean(LedgerEdits.class).revise(new ChangeOrigin.OfEdit(), found.requireId(),
                    found.rowVersion(), Optional.ofNullable(year), cells);
        });
        System.out.println(entry.enterprise().name() + "\t" + entry.year() + "年\t已修改 " + cells.size() + " 项");
        return Lantian.DONE;
    }

    static LedgerEdits.Cell cell(String given) {
        Matcher matcher = CELL.matcher(given);
        if (!matcher.matches()) {
            throw DomainException.badRequest("CELL_UNREADABLE",
                    "“" + given + "”应写成 字段=内容、字段[行号]=内容 或 字段[行号]-。");
        }
        return new LedgerEdits.Cell(matcher.group(1), Optional.ofNullable(matcher.group(2)).map(Integer::valueOf),
                Optional.ofNullable(matcher.group(3)));
    }

    private static String text(Line line) {
        FieldChange change = line.change().change();
        return String.join("\t", line.change().changedAt().atZoneSameInstant(Clocks.ZONE).format(TIME),
                line.change().actor(), origin(line.change()),
                change.year().map(year -> year + "年").orElse("-"), line.term() + change.row().map(row -> "（" + row + "）")
                        .orElse(""),
                change.before().orElse("未填") + " → " + change.after().orElse("未填"));
    }

    private static String origin(LedgerChange change) {
        return change.origin().term() + change.originId().map(id -> " " + id).orElse("");
    }

    private static Object json(Line line) {
        FieldChange change = line.change().change();
        return Formats.object("changedAt",
                line.change().changedAt().atZoneSameInstant(Clocks.ZONE).toOffsetDateTime().toString(), "actor",
                line.change().actor(), "origin", line.change().origin().name(), "originId",
                line.change().originId().orElse(null), "field", change.field(), "term", line.term(), "year",
                change.year().orElse(null), "row", change.row().orElse(null), "before", change.before().orElse(null),
                "after", change.after().orElse(null));
    }
}
