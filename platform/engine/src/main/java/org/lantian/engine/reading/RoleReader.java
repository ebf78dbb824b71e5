package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.grammar.RoleKind;
import org.lantian.plugin.grammar.RoleWord;

/** Reads role lines (牵头单位：…) and inline brackets (…牵头，…配合) by the words of a grammar. */
final class RoleReader {

    /** A label at least this long may touch the name before it. */
    private static final int GLUED = 4;
    private static final Pattern BRACKET = Pattern.compile("[（〔(【\\[]([^（〔(【\\[）〕)】\\]]*(?:[（(][^）)]*[）)][^（〔(【\\[）〕)】\\]]*)*)[）〕)】\\]][。；;]?");
    private static final Pattern BLANKET = Pattern.compile("以下(?:各项)?(?:重点)?(?:任务|工作|项目|措施)[^。；]*?均(?:需|须|由|应)?(?:由)?([^。；]*?)(?:组织落实|负责落实|组织实施|落实)");
    private static final Pattern OFFICE = Pattern.compile("(?:省|市|州|盟|县|区|旗|自治区|各)[\\p{IsHan}（）、]{1,18}(?:局|委|委员会|办|办公室|厅|政府|管委会|分局|支队|公司)");
    private static final Pattern ADVERB = Pattern.compile("(?:根据|按照?|依照|依据)?(?:各自|部门|工作)?(?:的)?(?:职能|职责|分工|职责分工)?(?:分别|共同|联合|具体|统一)?(?:负责)?$");

    private final Map<String, RoleKind> labels;
    private final Pattern labelLine;
    private final List<RoleWord> verbs;
    private final Pattern verb;

    RoleReader(ReadingGrammar grammar) {
        labels = grammar.roleLabels().stream()
                .collect(Collectors.toMap(RoleWord::label, RoleWord::role, (first, second) -> first));
        labelLine = Pattern.compile("(?:(?:^|(?<=[。；，、）\\s]))[（(〔【]?(?<apart>" + alternatives(labels.keySet().stream().toList())
                + ")|(?<=局|委|办|府|会|科|队|司)(?<glued>" + alternatives(labels.keySet().stream().filter(label -> label.length() >= GLUED).toList())
                + "))\\s*[：:]\\s*");
        verbs = grammar.roleVerbs();
        verb = Pattern.compile(alternatives(verbs.stream().map(RoleWord::label).toList()));
    }

    private static String alternatives(List<String> words) {
        return words.isEmpty() ? "(?!)" : words.stream().sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Whether a line begins with a role label. */
    boolean roleLine(String line) {
        Matcher label = labelLine.matcher(line);
        return label.find() && label.start() == 0;
    }

    /** Reads a line that begins with a role label; it may hold several. */
    ReadRoles line(String line) {
        Map<RoleKind, List<String>> names = new EnumMap<>(RoleKind.class);
        Matcher label = labelLine.matcher(line);
        int from = -1;
        RoleKind kind = null;
        while (label.find()) {
            if (kind != null) {
                add(names, kind, line.substring(from, label.start()));
            }
            kind = labels.get(label.group("apart") == null ? label.group("glued") : label.group("apart"));
            from = label.end();
        }
        if (kind != null) {
            add(names, kind, line.substring(from));
        }
        return new ReadRoles(names);
    }

    /** Where role labels begin inside a paragraph that starts with other text; empty if there are none. */
    Optional<Integer> labelInside(String text) {
        Matcher label = labelLine.matcher(text);
        return label.find() && label.start() > 0 ? Optional.of(label.start()) : Optional.empty();
    }

    /** The roles of all brackets in a text that hold a role verb. */
    ReadRoles inline(String text) {
        ReadRoles all = ReadRoles.NONE;
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            if (labelLine.matcher(bracket.group(1)).find()) {
                all = all.plus(line(bracket.group(1)));
            } else if (verb.matcher(bracket.group(1)).find()) {
                all = all.plus(bracket(bracket.group(1)));
            } else if (bracket.end() == text.length()) {
                all = all.plus(unitsAlone(bracket.group(1)));
            }
        }
        return all;
    }

    /** A bracket of nothing but units at the end, without a word for what they do: they are responsible. */
    private static ReadRoles unitsAlone(String inside) {
        List<String> units = NameList.read(inside);
        return !units.isEmpty() && units.stream().allMatch(unit -> OFFICE.matcher(unit).matches())
                ? new ReadRoles(Map.of(RoleKind.RESPONSIBLE, units)) : ReadRoles.NONE;
    }

    /** Whether a text is nothing but a bracket with roles. */
    boolean onlyInline(String text) {
        Matcher bracket = BRACKET.matcher(text);
        return bracket.matches() && verb.matcher(bracket.group(1)).find();
    }

    /** Units that a bracket makes responsible for all that follows (以下任务均需…组织落实，不再列出). */
    Optional<ReadRoles> blanket(String text) {
        Matcher blanket = BLANKET.matcher(text);
        if (!blanket.find()) {
            return Optional.empty();
        }
        return Optional.of(new ReadRoles(Map.of(RoleKind.ORGANISING, NameList.read(blanket.group(1)))));
    }

    private ReadRoles bracket(String inside) {
        Map<RoleKind, List<String>> names = new EnumMap<>(RoleKind.class);
        String text = BLANKET.matcher(inside).replaceAll("");
        int from = 0;
        Matcher found = verb.matcher(text);
        while (found.find()) {
            if (found.start() < from) {
                continue;
            }
            RoleKind kind = verbs.stream().filter(word -> word.label().equals(found.group())).findFirst().orElseThrow()
                    .role();
            String units = text.substring(from, found.start()).replaceAll("^[，、；;。,：:]+", "");
            units = ADVERB.matcher(units).replaceAll("");
            add(names, kind, units);
            from = endOfClause(text, found.end());
        }
        return new ReadRoles(names);
    }

    /** What follows a verb up to the next mark belongs to it (负责…的综合管理). */
    private static int endOfClause(String text, int from) {
        int at = from;
        while (at < text.length() && "，；;。,、".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static void add(Map<RoleKind, List<String>> names, RoleKind kind, String text) {
        List<String> list = names.computeIfAbsent(kind, ignored -> new ArrayList<>());
        NameList.read(text.replaceAll("[）〕】)]\\s*$", closes(text) ? "" : "$0")).stream()
                .filter(name -> !list.contains(name)).forEach(list::add);
    }

    private static boolean closes(String text) {
        long open = text.chars().filter(c -> "（〔【(".indexOf(c) >= 0).count();
        long close = text.chars().filter(c -> "）〕】)".indexOf(c) >= 0).count();
        return close > open;
    }
}
