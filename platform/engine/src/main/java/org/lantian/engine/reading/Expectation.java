package org.lantian.engine.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lantian.engine.source.TextDocument;
import org.lantian.plugin.grammar.GrammarSample;
import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.grammar.RoleKind;

/**
 * What must be read from a text, in words: {@code title …}, {@code number …}, {@code state …}, {@code issued 2024-03-05}, {@code items 3},
 * {@code sections 4}, {@code unread 0}, {@code item 1 title …}, {@code item 1 lead …} (any role),
 * {@code item 1 date 2024-06-30}, {@code item 1 kind monthEnd}, {@code item 1 quantity 20 家}, {@code item 1 alone}
 * (no roles), {@code item 1 roles lead=甲局 responsible=乙局、丙局} (all of them), {@code item 1 dates 2024-06-30} (all of
 * them, in order), {@code targets 2}, {@code target 1 PM2.5 decrease 5 %} (indicator, kind, value, unit),
 * {@code target 1 scope 全市}, {@code target 1 period 秋冬季}, {@code section 2 tasks}, {@code section 3 supplement}, {@code table 1 rows 3}, {@code table 1 title …},
 * {@code table 1 cell 2 3 …}. Several items of one number are told apart as {@code item 1#2}, the second of them.
 */
public final class Expectation {

    private static final Pattern ITEM = Pattern.compile("item ([\\d.]+|[一二三四五六七八九十]+)(?:#(\\d+))? (\\w+)(?: (.*))?");
    private static final Pattern TABLE = Pattern.compile("table (\\d+) (rows|title|columns|cell) (.*)");
    private static final Pattern SECTION = Pattern.compile("section (\\S+) (\\S+)");
    private static final Pattern TARGET = Pattern.compile("target (\\d+) (?:(scope|period) )?(.*)");
    private static final Pattern PLAIN = Pattern.compile("(title|number|state|issued|items|sections|targets|unread) (.*)");

    private Expectation() {
    }

    /** What of the samples of a grammar is not read as they say; empty if all is. */
    public static List<String> failures(ReadingGrammar grammar) {
        return grammar.samples().stream().flatMap(sample -> failures(sample, grammar).stream()).toList();
    }

    private static List<String> failures(GrammarSample sample, ReadingGrammar grammar) {
        ReadPlan plan = PlanReader.read(TextDocument.parse(sample.id(), sample.text()), grammar, "sample");
        return sample.expects().stream().flatMap(one -> failure(one, plan).stream())
                .map(fault -> "样例“" + sample.id() + "”：" + fault).toList();
    }

    /** Why an expectation does not hold; empty if it does. */
    public static Optional<String> failure(String expectation, ReadPlan plan) {
        Matcher item = ITEM.matcher(expectation);
        if (item.matches()) {
            return item(item, plan, expectation);
        }
        Matcher table = TABLE.matcher(expectation);
        if (table.matches()) {
            return table(table, plan, expectation);
        }
        Matcher section = SECTION.matcher(expectation);
        if (section.matches()) {
            return found(expectation, place(plan, section.group(1)), section.group(2));
        }
        Matcher target = TARGET.matcher(expectation);
        if (target.matches()) {
            return target(target, plan, expectation);
        }
        Matcher plain = PLAIN.matcher(expectation);
        if (!plain.matches()) {
            return Optional.of("不认识的期望“" + expectation + "”。");
        }
        return found(expectation, switch (plain.group(1)) {
            case "title" -> plan.title();
            case "number" -> plan.number().orElse("");
            case "state" -> plan.state().orElse("");
            case "issued" -> plan.issuedOn().map(Object::toString).orElse("");
            case "items" -> Long.toString(plan.items().count());
            case "targets" -> Integer.toString(plan.targets().size());
            case "sections" -> Integer.toString(plan.sections().size());
            default -> Integer.toString(plan.unread().size());
        }, plain.group(2));
    }

    private static Optional<String> found(String expectation, String read, String wanted) {
        return read.equals(wanted) ? Optional.empty() : Optional.of("期望“" + expectation + "”，读到“" + read + "”。");
    }

    private static Optional<String> item(Matcher words, ReadPlan plan, String expectation) {
        int which = words.group(2) == null ? 1 : Integer.parseInt(words.group(2));
        List<ReadItem> items = plan.items().filter(one -> one.no().equals(words.group(1))).toList();
        if (items.size() < which) {
            return Optional.of("期望“" + expectation + "”，没有读到这一项。");
        }
        ReadItem item = items.get(which - 1);
        String wanted = words.group(4) == null ? "" : words.group(4);
        return switch (words.group(3)) {
            case "title" -> found(expectation, item.title(), wanted);
            case "roles" -> found(expectation, roles(item), wanted);
            case "dates" -> found(expectation, item.deadlines().stream().flatMap(one -> one.last().stream())
                    .map(Object::toString).sorted().distinct().collect(Collectors.joining(" ")), wanted);
            case "alone" -> item.roles().isEmpty() ? Optional.empty() : Optional.of("期望“" + expectation + "”，读到" + item.roles());
            case "date" -> among(expectation, item.deadlines().stream().flatMap(one -> one.last().stream())
                    .map(Object::toString).toList(), wanted);
            case "kind" -> among(expectation, item.deadlines().stream().map(Deadline::kind).toList(), wanted);
            case "quantity" -> among(expectation,
                    item.quantities().stream().map(one -> one.value() + " " + one.unit()).toList(), wanted);
            default -> among(expectation, role(words.group(3)).map(kind -> item.roles().of(kind)).orElse(List.of()), wanted);
        };
    }

    private static String roles(ReadItem item) {
        return Stream.of(RoleKind.values()).filter(kind -> !item.roles().of(kind).isEmpty())
                .map(kind -> kind.key() + "=" + String.join("、", item.roles().of(kind))).collect(Collectors.joining(" "));
    }

    private static Optional<RoleKind> role(String key) {
        return List.of(RoleKind.values()).stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    private static Optional<String> among(String expectation, List<String> read, String wanted) {
        return read.contains(wanted) ? Optional.empty() : Optional.of("期望“" + expectation + "”，读到" + read + "。");
    }

    private static Optional<String> target(Matcher words, ReadPlan plan, String expectation) {
        int which = Integer.parseInt(words.group(1));
        List<ReadTarget> targets = plan.targets();
        if (targets.size() < which) {
            return Optional.of("期望“" + expectation + "”，只读到" + targets.size() + "个目标。");
        }
        ReadTarget target = targets.get(which - 1);
        String read = words.group(2) == null
                ? Stream.of(target.indicator(), target.kind().key(), target.value().map(Columns::plain).orElse(""), target.unit())
                        .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "))
                : words.group(2).equals("scope") ? target.scope() : target.period();
        return found(expectation, read, words.group(3));
    }

    private static Optional<String> table(Matcher words, ReadPlan plan, String expectation) {
        int which = Integer.parseInt(words.group(1));
        if (plan.tables().size() < which) {
            return Optional.of("期望“" + expectation + "”，只读到" + plan.tables().size() + "张表。");
        }
        ReadTable table = plan.tables().get(which - 1);
        return switch (words.group(2)) {
            case "rows" -> found(expectation, Integer.toString(table.rows().size()), words.group(3));
            case "columns" -> found(expectation, Integer.toString(table.columns().size()), words.group(3));
            case "title" -> found(expectation, table.title(), words.group(3));
            default -> cell(table, words.group(3).split(" ", 3), expectation);
        };
    }

    private static Optional<String> cell(ReadTable table, String[] words, String expectation) {
        int row = Integer.parseInt(words[0]) - 1;
        int column = Integer.parseInt(words[1]) - 1;
        return row < table.rows().size() && column < table.columns().size()
                ? found(expectation, table.rows().get(row).get(column), words.length > 2 ? words[2] : "")
                : Optional.of("期望“" + expectation + "”，没有这个单元格。");
    }

    private static String place(ReadPlan plan, String id) {
        return plan.sections().stream().filter(one -> one.id().equals(id)).findFirst()
                .map(one -> switch (one.placement()) {
                    case Placement.Node node -> node.code();
                    case Placement.Supplement supplement -> "supplement";
                }).orElse("");
    }
}
