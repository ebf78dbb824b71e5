package org.lantian.engine.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a boiler's rated output in tonnes of steam an hour out of its name: 4t/h燃煤锅炉, 10蒸吨/小时锅炉, 6吨燃气锅炉, also
 * 2.8MW热水锅炉 (0.7 MW are one tonne an hour, as GB 13271 counts them).
 */
final class BoilerSize {

    private static final BigDecimal MEGAWATTS_PER_TONNE = new BigDecimal("0.7");
    private static final Pattern TONNES = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)(?:蒸吨|吨|t)(?:/h|/小时|每小时)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEGAWATTS = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)(?:MW|兆瓦)", Pattern.CASE_INSENSITIVE);

    private BoilerSize() {
    }

    /** t/h; empty if the name does not say it. */
    static Optional<BigDecimal> of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher tonnes = TONNES.matcher(plain);
        if (tonnes.find()) {
            return Optional.of(new BigDecimal(tonnes.group(1)));
        }
        Matcher megawatts = MEGAWATTS.matcher(plain);
        return megawatts.find()
                ? Optional.of(new BigDecimal(megawatts.group(1)).divide(MEGAWATTS_PER_TONNE, MathContext.DECIMAL64))
                : Optional.empty();
    }
}
