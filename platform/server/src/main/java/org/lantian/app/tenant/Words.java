package org.lantian.app.tenant;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The allowed words of an enumeration, for an error message. */
final class Words {

    private Words() {
    }

    static <E> String of(E[] values, Function<E, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.joining("、"));
    }
}
