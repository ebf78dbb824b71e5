package org.lantian.engine.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.reading.ReadTarget.Kind;

/** Finds the targets that a plan sets: in sentences, in tables of base, target and change, and in tables of indicators. */
final class TargetReader {

    private static final Pattern POINTER = Pattern.compile("(?:达到|完成|按照|执行|不低于).{0,8}(?:国家|自治区|省|市|上级).{0,10}(?:目标|要求|任务|指标)");
    private static final Pattern NAME_HEADER = Pattern.compile("(?:控制|考核|主要)?指标(?:名称)?");
    private static final Pattern VALUE_HEADER = Pattern.compile(".*目标(?:值)?|(?:19|20)\\d{2}年(?:目标|规划)?值?|规划值");
    private static final Pattern UNIT_HEADER = Pattern.compile("(?:计量)?单位");
    private static final Pattern FALL = Pattern.compile("减排率|下降率|降低率|下降幅度|下降比例|减排比例|削减率");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}年");
    private static final Pattern UNIT = Pattern.compile("[（(]\\s*([^（()）]{1,12})\\s*[）)]");

    private final List<ReadTarget> targets = new ArrayList<>();

    private TargetReader() {
    }

    static List<ReadTarget> of(List<ReadSection> sections, List<ReadTable> tables) {
        TargetReader reader = new TargetReader();
        for (ReadSection section : sections) {
            section.paragraphs().forEach(one -> reader.prose(one.text(), section.id(), one.line()));
            section.items().forEach(one -> reader.prose(one.text(), section.id(), one.line()));
            tables.stream().filter(table -> table.section().equals(section.id())).forEach(reader::table);
        }
        return reader.targets;
    }

    private void prose(String text, String section, int line) {
        Normal.sentences(text).forEach(sentence -> targets.addAll(TargetSentence.find(sentence, section, line)));
    }

    private void table(ReadTable table) {
        List<Triple> triples = Triple.of(table);
        if (!triples.isEmpty()) {
            triples.forEach(triple -> Columns.dataRows(table).forEach(row -> row(triple, row)));
        } else if (!indicators(table)) {
            for (int row = 0; row < table.rows().size(); row++) {
                int line = table.lines().get(row);
                table.rows().get(row).forEach(cell -> prose(cell, table.section(), line));
            }
        }
    }

    /** One row of base, target and change gives both the value aimed at and the change. */
    private void row(Triple triple, int row) {
        ReadTable table = triple.table();
        String header = triple.targetHeader();
        String period = TargetSentence.period(header, header.length());
        String words = String.join("｜", table.rows().get(row));
        String indicator = TargetSentence.indicator(header).orElse(header);
        Matcher unit = UNIT.matcher(header);
        String own = unit.find() ? unit.group(1).strip() : header.contains("天数") ? "天" : "";
        triple.target(row).ifPresent(value -> targets.add(new ReadTarget(indicator, triple.name(row), period, Kind.VALUE,
                Optional.of(value), own, words, table.section(), table.lines().get(row))));
        triple.change(row).ifPresent(change -> targets.add(new ReadTarget(indicator, triple.name(row), period,
                Kind.DECREASE, Optional.of(change), triple.percent() ? "%" : own, words, table.section(),
                table.lines().get(row))));
    }

    /** 指标｜单位｜目标: one target a row. */
    private boolean indicators(ReadTable table) {
        OptionalInt name = column(table, NAME_HEADER, false);
        OptionalInt value = column(table, VALUE_HEADER, true);
        if (name.isEmpty() || value.isEmpty()) {
            return false;
        }
        OptionalInt unit = column(table, UNIT_HEADER, false);
        Matcher year = YEAR.matcher(table.columns().get(value.getAsInt()) + table.title());
        String period = year.find() ? year.group() : "";
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> cells = table.rows().get(row);
            String words = cells.get(value.getAsInt()).strip();
            String indicator = cells.get(name.getAsInt()).replaceAll("\\s|控制$", "");
            Optional<BigDecimal> number = Columns.number(words);
            if (indicator.isEmpty() || number.isEmpty() && !POINTER.matcher(words).find()) {
                continue;
            }
            targets.add(new ReadTarget(indicator, "", period, number.isEmpty() ? Kind.POINTER : kind(indicator, words),
                    number, unit.isPresent() ? cells.get(unit.getAsInt()).strip() : "", String.join("｜", cells),
                    table.section(), table.lines().get(row)));
        }
        return true;
    }

    private static Kind kind(String indicator, String words) {
        return FALL.matcher(indicator).find() ? Kind.DECREASE : words.matches("(?:≤|<|＜|不超过|不高于).*|.*(?:以下|以内)") ? Kind.AT_MOST
                : words.matches("(?:≥|>|＞|不低于|不少于).*|.*以上") ? Kind.AT_LEAST : Kind.VALUE;
    }

    private static OptionalInt column(ReadTable table, Pattern header, boolean last) {
        OptionalInt found = OptionalInt.empty();
        for (int i = 0; i < table.columns().size(); i++) {
            if (header.matcher(table.columns().get(i).replaceAll("\\s", "")).matches() && (last || found.isEmpty())) {
                found = OptionalInt.of(i);
            }
        }
        return found;
    }
}
