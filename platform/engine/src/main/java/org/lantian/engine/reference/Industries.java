package org.lantian.engine.reference;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** GB/T 4754-2017 国民经济行业分类, looked up by code or by name. */
public final class Industries {

    private static final Pattern CODE_AND_NAME = Pattern.compile("([A-T])?(\\d{2,4})(?!\\d)[-、.,:()\\[\\]]*(.*)");
    private static final Pattern NAME_AND_CODE = Pattern.compile("(.+?)[(\\[]([A-T])?(\\d{2,4})[)\\]]");

    private final Map<String, Industry> byCode;
    private final Map<String, List<Industry>> byName;

    private Industries(List<Industry> entries) {
        byCode = entries.stream().collect(Collectors.toUnmodifiableMap(Industry::code, Function.identity()));
        byName = entries.stream().collect(Collectors.groupingBy(entry -> plain(entry.name())));
    }

    /** The edition that the product ships. */
    public static Industries standard() {
        return Holder.STANDARD;
    }

    /** The entry with exactly this code. */
    public Optional<Industry> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /** The entry with this name; of several on one line of descent the most detailed one. */
    public Optional<Industry> findByName(String name) {
        return byName.getOrDefault(plain(name), List.of()).stream().max(Comparator.comparing(Industry::level));
    }

    /**
     * What a cell means: a code of two to four digits (with or without the letter of its 门类), a name, or both
     * (3140 铁合金冶炼, C3140铁合金冶炼, 铁合金冶炼（3140）). Empty if nothing is found or if code and name are of
     * different entries; a name that the code's entry contains, or the other way round, is accepted.
     */
    public Optional<Industry> find(String text) {
        String plain = plain(text);
        Matcher codeFirst = CODE_AND_NAME.matcher(plain);
        if (codeFirst.matches()) {
            return find(codeFirst.group(1), codeFirst.group(2), codeFirst.group(3).replaceAll("[()\\[\\]]", ""));
        }
        Matcher codeLast = NAME_AND_CODE.matcher(plain);
        if (codeLast.matches()) {
            return find(codeLast.group(2), codeLast.group(3), codeLast.group(1));
        }
        return findByName(plain);
    }

    private Optional<Industry> find(@Nullable String section, String code, String name) {
        return findByCode(code).filter(entry -> section == null || section.equals(sectionOf(entry).code()))
                .filter(entry -> name.isEmpty() || plain(entry.name()).contains(name)
                        || name.contains(plain(entry.name())));
    }

    /** The 门类 an entry belongs to, or itself. */
    public Industry sectionOf(Industry entry) {
        Industry current = entry;
        while (current.parent().isPresent()) {
            current = byCode.get(current.parent().get());
        }
        return current;
    }

    /** Number of entries of a level. */
    public long count(Industry.Level level) {
        return byCode.values().stream().filter(entry -> entry.level() == level).count();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static final class Holder {
        private static final Industries STANDARD = new Industries(CodeTable.load("industry-gbt4754-2017.csv").stream()
                .map(entry -> new Industry(entry.code(), Industry.Level.valueOf(entry.level().toUpperCase(Locale.ROOT)),
                        entry.parent().isEmpty() ? Optional.empty() : Optional.of(entry.parent()), entry.name()))
                .toList());
    }
}
