package org.lantian.plugin.vocabulary;

import java.util.Optional;

/** The four pollutants of the outline's tables 2 and 4, in print order. */
public enum Pollutant {
    PM("颗粒物"), SO2("SO2"), NOX("NOx"), VOCS("VOCs");

    private final String term;

    Pollutant(String term) {
        this.term = term;
    }

    /** The printed word. */
    public String term() {
        return term;
    }

    /** The pollutant a printed word names; tolerant of case and of the Chinese names 二氧化硫, 氮氧化物, 挥发性有机物. */
    public static Optional<Pollutant> ofTerm(String text) {
        return switch (text.strip().toUpperCase(java.util.Locale.ROOT)) {
            case "PM", "颗粒物", "烟粉尘", "烟尘" -> Optional.of(PM);
            case "SO2", "二氧化硫" -> Optional.of(SO2);
            case "NOX", "氮氧化物" -> Optional.of(NOX);
            case "VOCS", "VOC", "挥发性有机物", "非甲烷总烃", "NMHC" -> Optional.of(VOCS);
            default -> Optional.empty();
        };
    }
}
