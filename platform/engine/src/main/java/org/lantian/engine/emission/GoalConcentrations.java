package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lantian.plugin.vocabulary.Pollutant;

/**
 * Reads target concentrations (mg/m³) out of a goal sentence, as in 颗粒物≤10毫克/立方米 or
 * 颗粒物、SO2、NOx分别不高于10、35、50mg/m³. A number is taken only with a concentration unit of its own or of a later
 * number of the same clause; percentages, tonnes, ambient PM2.5 and other substances are left alone. A present value
 * (由120降至30) is passed over. Where two clauses name different targets of one pollutant, the higher one counts.
 */
public final class GoalConcentrations {

    private static final String NUMBER = "\\d+(?:\\.\\d+)?";
    private static final String UNIT = "(?:毫克|MG)\\s*(?:/|每)\\s*(?:标准?|干标?)?(?:立方米|立方|N?M3)";
    private static final String OTHER = "氨逃逸|氨气|氨排放|NH3|一氧化碳|汞|二[噁恶]英|氟化物|氯化氢|硫化氢|HCL|H2S|二?甲苯|苯|铬|铅|"
            + "林格曼|降尘|TSP|PM2\\.5|PM10|臭氧|O3|CO(?![A-Z])";
    private static final Pattern TOKEN = Pattern.compile("(?<pollutant>" + PollutantWords.PATTERN + ")|(?<other>" + OTHER
            + ")|(?<numbers>(?<![\\d.A-Z])" + NUMBER + "(?:\\s*[、,/和及与]\\s*" + NUMBER
            + "(?![\\d.]))*)\\s*(?<unit>" + UNIT + ")?(?<measure>\\s*[%‰]|\\s*(?:万?吨|T\\b|KG|千克|公斤|家|台|套|年|月|日|小时|米|倍|级))?");
    private static final Pattern CLAUSE_END = Pattern.compile("[;。\\n]");
    private static final Pattern CONNECTOR = Pattern.compile("(?:[、,/和及与\\s]|以及|年均|排放|浓度|的)*");
    private static final Pattern LIST = Pattern.compile("[、,和及与]|以及");
    private static final Pattern PRESENT = Pattern.compile(".*(?:由|从|现状|现有|目前|原)[^,]{0,10}$");

    private final Map<Pollutant, BigDecimal> found = new EnumMap<>(Pollutant.class);

    private GoalConcentrations() {
    }

    /** Pollutant to target in mg/m³; empty if the text names none. */
    public static Map<Pollutant, BigDecimal> parse(String text) {
        GoalConcentrations reader = new GoalConcentrations();
        for (String clause : CLAUSE_END.split(PollutantWords.plain(text))) {
            reader.readClause(clause);
        }
        return Map.copyOf(reader.found);
    }

    /** The pollutants named last, and the numbers after them that still wait for a unit. */
    private static final class Mention {
        private final List<Pollutant> pollutants = new ArrayList<>();
        private List<BigDecimal> values = List.of();
        private boolean measured;
        private boolean closed;
    }

    private void readClause(String clause) {
        List<Mention> mentions = new ArrayList<>(List.of(new Mention()));
        int end = 0;
        Matcher token = TOKEN.matcher(clause);
        while (token.find()) {
            String between = clause.substring(end, token.start());
            if (token.group("pollutant") != null) {
                mentionFor(mentions, between).pollutants.add(PollutantWords.of(token.group("pollutant")));
            } else if (token.group("other") != null) {
                mentions.add(new Mention());
            } else {
                take(mentions, token, between);
            }
            end = token.end();
        }
        mentions.stream().filter(mention -> mention.measured).forEach(this::settle);
    }

    private static Mention mentionFor(List<Mention> mentions, String between) {
        Mention last = mentions.getLast();
        if (!last.closed && CONNECTOR.matcher(between).matches()) {
            return last;
        }
        Mention next = new Mention();
        mentions.add(next);
        return next;
    }

    private static void take(List<Mention> mentions, Matcher token, String between) {
        Mention mention = mentions.getLast();
        mention.closed = true;
        if (token.group("measure") != null || PRESENT.matcher(between).matches()) {
            return;
        }
        List<BigDecimal> values = Arrays.stream(token.group("numbers").split("[^\\d.]+")).map(BigDecimal::new).toList();
        if (token.group("unit") != null) {
            boolean continued = mention.measured && LIST.matcher(between).matches();
            mention.values = continued ? Stream.concat(mention.values.stream(), values.stream()).toList() : values;
            mentions.stream().filter(waiting -> !waiting.values.isEmpty()).forEach(waiting -> waiting.measured = true);
        } else if (mention.values.isEmpty()) {
            mention.values = values;
        }
    }

    private void settle(Mention mention) {
        boolean alone = mention.pollutants.size() == 1;
        List<BigDecimal> values = alone ? List.of(Collections.max(mention.values)) : mention.values;
        boolean shared = values.size() == 1;
        if (!shared && values.size() != mention.pollutants.size()) {
            return;
        }
        for (int i = 0; i < mention.pollutants.size(); i++) {
            found.merge(mention.pollutants.get(i), values.get(shared ? 0 : i), BigDecimal::max);
        }
    }
}
