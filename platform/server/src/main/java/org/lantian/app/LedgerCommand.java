package org.lantian.app;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.Clocks;
import org.lantian.common.DomainException;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.Enterprise;
import org.lantian.engine.quantity.Decimals;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEdits;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.PermitComparison;
import org.lantian.ledger.PermitHolder;
import org.lantian.ledger.history.FieldChange;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.plugin.table.FieldGroup;

/** The files of enterprises 一企一档. */
@Command(name = "ledger", mixinStandardHelpOptions = true, description = "The files of enterprises (一企一档).",
        subcommands = {SuccessionCommand.class, RegisterCommand.class, RoundCommand.class})
final class LedgerCommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final Pattern CELL = Pattern.compile("([^=\\[]+)(?:\\[(\\d{1,4})])?(?:=(.*)|-)", Pattern.DOTALL);

    /** A change and the Chinese name of its field. */
    private record Line(LedgerChange change, String term) {
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

    @Command(name = "permits", mixinStandardHelpOptions = true,
            description = {"Compare ledger, permit and reality (台账—许可—实际): enterprise, item, ledger, permitted, actual,",
                    "unit, conclusion, text; ? where an amount is missing."})
    int permits(@Mixin TenantOption tenant, @Option(names = "--cluster", required = true, paramLabel = "C") String cluster,
            @Option(names = "--year", paramLabel = "Y", description = "Year of the figures (default: the base year).") Integer year) {
        tenant.<List<LedgerEntry>>reading(installation -> {
            Ledger ledger = installation.bean(Ledger.class);
            long id = ClusterNames.require(installation, cluster);
            int wanted = Optional.ofNullable(year).orElseGet(ledger::requireBaseYear);
            return ledger.list(wanted, id);
        }).forEach(LedgerCommand::permits);
        return Lantian.DONE;
    }

    private static void permits(LedgerEntry entry) {
        PermitHolder holder = PermitHolder.of(entry.enterprise());
        String name = entry.enterprise().name();
        System.out.println(String.join("\t", name, "许可证编号", holder.creditCode().orElse("?"),
                holder.permitNumber().orElse("?"), "", "", holder.conclusion().name(), holder.text()));
        PermitComparison.of(entry.rows(FieldGroup.OUTLET), entry.rows(FieldGroup.EMISSION), entry.rows(FieldGroup.PRODUCT),
                entry.rows(FieldGroup.PRODUCTION_LINE)).forEach(one -> System.out.println(String.join("\t", name, one.item(),
                        amount(one.ledger()), amount(one.permitted()), amount(one.actual()), one.unit(),
                        one.conclusion().name(), one.text())));
    }

    private static String amount(Optional<BigDecimal> amount) {
        return amount.map(Decimals::print).orElse("?");
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
        String word = switch (change.origin()) {
            case IMPORT -> "导入";
            case EDIT -> "修改";
            case COMMAND -> "更名合并拆分";
            case ROUND -> "更新校核";
        };
        return word + change.originId().map(id -> " " + id).orElse("");
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
