package org.lantian.engine.sheet;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import org.lantian.plugin.table.ColumnSpec;

/**
 * Reads a column's texts, each different one once and into the same objects: a large table says few words many
 * thousands of times.
 */
final class KnownTexts {

    /** Texts remembered of a column; one of names has too many different ones to be worth it. */
    private static final int MOST = 1_000;

    private final CellParser parser;
    private final Map<ColumnSpec, Map<Key, Read>> known = new IdentityHashMap<>();

    KnownTexts(CellParser parser) {
        this.parser = parser;
    }

    /**
     * A text and what was read from it.
     *
     * @param raw the text as it stands in the file
     */
    record Read(String raw, CellParser.Parsed parsed) {
    }

    private record Key(Grid.Kind kind, String raw, String text) {
    }

    Read read(ColumnSpec spec, Grid.Kind kind, String raw, String text) {
        Map<Key, Read> ofColumn = known.computeIfAbsent(spec, column -> new HashMap<>());
        Key key = new Key(kind, raw, text);
        Read earlier = ofColumn.get(key);
        if (earlier != null) {
            return earlier;
        }
        Read fresh = new Read(raw, parser.parse(spec, kind, text));
        if (ofColumn.size() < MOST) {
            ofColumn.put(key, fresh);
        }
        return fresh;
    }
}
