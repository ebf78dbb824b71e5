package org.lantian.engine.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bounded memory for what is costly to compile; the oldest goes first. Safe for use by many threads. */
final class Remembered {

    private static final int LARGEST = 5_000;

    private Remembered() {
    }

    static <K, V> Map<K, V> map() {
        return Collections.synchronizedMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > LARGEST;
            }
        });
    }
}
