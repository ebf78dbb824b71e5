package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.lantian.plugin.rule.EmissionLimit;

/** Reference oxygen contents 基准氧含量 by source category, as the limits of a profile set them. */
public final class ReferenceOxygen {

    private final Map<String, BigDecimal> byCategory = new HashMap<>();

    private ReferenceOxygen() {
    }

    public static ReferenceOxygen of(List<EmissionLimit> limits) {
        ReferenceOxygen found = new ReferenceOxygen();
        limits.forEach(limit -> limit.referenceOxygen()
                .ifPresent(oxygen -> found.byCategory.putIfAbsent(plain(limit.sourceCategory()), oxygen)));
        return found;
    }

    /** Percent by volume; empty where concentrations of the category are compared as measured. */
    public Optional<BigDecimal> find(String category) {
        return Optional.ofNullable(byCategory.get(plain(category)));
    }

    /** A source category as it is compared: whatever its width, case and blanks. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
