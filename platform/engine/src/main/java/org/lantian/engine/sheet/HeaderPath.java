package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.plugin.table.ColumnSpec;

/**
 * The header texts above one column, from the outside in, as keys.
 *
 * @param key the keys joined
 * @param leaf key of the lowest header text
 * @param text the lowest header text as written
 * @param year the year a text names, for example 2024年产量
 * @param brackets what stands in brackets in any of the texts, as keys
 * @param cell name of the lowest header cell
 */
record HeaderPath(String key, String leaf, String text, Optional<Integer> year, List<String> brackets, String cell) {

    HeaderPath {
        brackets = List.copyOf(brackets);
    }


    /** Stands for the base year in a key. */
    static final char YEAR_MARK = '\u0001';

    private static final Pattern YEAR = Pattern.compile("(20\\d{2})年");
    private static final char SEPARATOR = '\u0002';

    /** The path of a column, given its header texts from the outside in. */
    static HeaderPath of(List<String> texts, String cell) {
        Optional<Integer> year = texts.stream().map(text -> YEAR.matcher(CellText.plain(text)))
                .filter(Matcher::find).map(matcher -> Integer.valueOf(matcher.group(1))).findFirst();
        List<String> keys = texts.stream().map(HeaderPath::key).toList();
        return new HeaderPath(join(keys), keys.getLast(), texts.getLast(), year,
                texts.stream().flatMap(text -> CellText.bracketKeys(text).stream()).toList(), cell);
    }

    /** All keys under which a column of a table may stand: each header or alias of each level. */
    static List<String> keysOf(List<ColumnSpec> path) {
        List<String> keys = List.of("");
        for (ColumnSpec level : path) {
            List<String> longer = new ArrayList<>();
            for (String prefix : keys) {
                for (String word : words(level)) {
                    longer.add(prefix.isEmpty() ? word : prefix + SEPARATOR + word);
                }
            }
            keys = longer;
        }
        return keys;
    }

    /** The key itself, then what is left of it without outer or middle levels that a clerk may have put in. */
    List<String> keys() {
        List<String> levels = List.of(key.split(String.valueOf(SEPARATOR)));
        List<String> keys = new ArrayList<>(List.of(key));
        for (int outer = 1; outer < levels.size(); outer++) {
            keys.add(join(levels.subList(outer, levels.size())));
        }
        if (levels.size() > 2) {
            keys.add(join(List.of(levels.getFirst(), levels.getLast())));
        }
        return keys;
    }

    static List<String> words(ColumnSpec column) {
        List<String> words = new ArrayList<>();
        words.add(key(column.header()));
        column.aliases().forEach(alias -> words.add(key(alias)));
        return words.stream().distinct().toList();
    }

    static String key(String text) {
        String key = CellText.headerKey(text.replace("{baseYear}", String.valueOf(YEAR_MARK)));
        return YEAR.matcher(key).replaceAll(YEAR_MARK + "年");
    }

    private static String join(List<String> keys) {
        return String.join(String.valueOf(SEPARATOR), keys);
    }
}
