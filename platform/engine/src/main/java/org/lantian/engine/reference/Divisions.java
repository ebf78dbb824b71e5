package org.lantian.engine.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Administrative divisions of GB/T 2260 as of 2023-06-30. */
public final class Divisions {

    private static final List<String> SUFFIXES = List.of("市辖区", "回族区", "自治县", "省", "市", "区", "县");

    private final Map<String, Division> byCode;
    private final Map<String, List<Division>> byParent;

    private Divisions(List<Division> entries) {
        byCode = entries.stream().collect(Collectors.toUnmodifiableMap(Division::code, Function.identity()));
        byParent = entries.stream().filter(entry -> entry.parent().isPresent())
                .collect(Collectors.groupingBy(entry -> entry.parent().orElseThrow()));
    }

    /** The edition that the product ships. */
    public static Divisions standard() {
        return Holder.STANDARD;
    }

    /** The division with exactly this six-digit code. */
    public Optional<Division> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code.strip()));
    }

    /** The divisions directly under one, in the order of their codes. */
    public List<Division> listUnder(String parent) {
        return byParent.getOrDefault(parent, List.of());
    }

    /**
     * The division of that name anywhere below a parent; the name may lack its last word (沙坡头 for 沙坡头区). Empty
     * if there is none or more than one.
     */
    public Optional<Division> findByName(String parent, String name) {
        String wanted = name.strip();
        List<Division> below = below(parent).toList();
        return only(below.stream().filter(entry -> entry.name().equals(wanted)).toList())
                .or(() -> only(below.stream().filter(entry -> shortName(entry.name()).equals(wanted)).toList()));
    }

    private Stream<Division> below(String parent) {
        return listUnder(parent).stream().flatMap(entry -> Stream.concat(Stream.of(entry), below(entry.code())));
    }

    private static Optional<Division> only(List<Division> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String shortName(String name) {
        return SUFFIXES.stream().filter(suffix -> name.endsWith(suffix) && name.length() > suffix.length() + 1)
                .findFirst().map(suffix -> name.substring(0, name.length() - suffix.length())).orElse(name);
    }

    private static final class Holder {
        private static final Divisions STANDARD = new Divisions(CodeTable.load("admin-divisions.csv").stream()
                .map(entry -> new Division(entry.code(), Division.Level.valueOf(entry.level().toUpperCase(Locale.ROOT)),
                        entry.parent().isEmpty() ? Optional.empty() : Optional.of(entry.parent()), entry.name()))
                .toList());
    }
}
