package org.lantian.engine.emission;

import java.text.Normalizer;
import java.util.Locale;

import org.lantian.plugin.vocabulary.Pollutant;

/** The words that texts use for the four pollutants, after {@link #plain}. */
final class PollutantWords {

    /** One pollutant; PM2.5 and PM10 are ambient air and not meant. */
    static final String PATTERN = "颗粒物|烟粉尘|烟尘|粉尘|PM(?!2\\.5|10)|SO2|SO_2|二氧化硫|NOX|NO_X|氮氧化物|VOC_?S?|"
            + "挥发性有机物|非甲烷总烃|NMHC";

    private PollutantWords() {
    }

    /** Compatibility forms folded, upper case, no LaTeX marks: ³ is 3, ₂ is 2, full-width is half-width. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[${}^]", "");
    }

    static Pollutant of(String word) {
        String term = word.replace("_", "");
        return "粉尘".equals(term) ? Pollutant.PM : Pollutant.ofTerm(term)
                .orElseThrow(() -> new IllegalStateException("the pattern admits '" + word + "'"));
    }
}
