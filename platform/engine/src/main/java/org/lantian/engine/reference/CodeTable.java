package org.lantian.engine.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a data pack {@code code,level,parent,name} of this package. */
final class CodeTable {

    record Entry(String code, String level, String parent, String name) {
    }

    private CodeTable() {
    }

    static List<Entry> load(String resource) {
        try (InputStream stream = CodeTable.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("data pack " + resource + " is missing");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().skip(1)
                    .filter(line -> !line.isBlank()).map(line -> entry(resource, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("data pack " + resource, e);
        }
    }

    private static Entry entry(String resource, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new IllegalStateException("data pack " + resource + ": '" + line + "' has not four cells");
        }
        return new Entry(cells[0], cells[1], cells[2], cells[3]);
    }
}
