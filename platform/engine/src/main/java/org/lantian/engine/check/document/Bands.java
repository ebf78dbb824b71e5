package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.reading.Columns;
import org.lantian.engine.reading.ReadTable;
import org.lantian.engine.reading.Triple;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.region.TargetRule;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Bands neither overlap nor leave values out, and every row of targets follows the band that its base value is in. */
final class Bands {

    private static final Pattern CHANGE = Pattern.compile("(?:同比|比上年|较上年)?(?:减少|下降|降低|降幅|削减)[^\\d]{0,6}(\\d+(?:\\.\\d+)?)\\s*(%|天|微克/立方米|吨)?");

    /** One band and the change that it asks for. */
    private record Rule(Place place, Band band, BigDecimal change, boolean percent) {
    }

    /**
     * Bands over one thing.
     *
     * @param region source of the region's rule; empty for bands that the plan itself sets
     */
    private record Family(String subject, List<Rule> rules, Optional<String> region) {
    }

    private Bands() {
    }

    /** The plan's own bands; where it sets none for a table, those of its region. */
    static void check(CheckedPlan plan) {
        List<Family> own = families(plan);
        List<Family> regional = regional(plan.region());
        own.forEach(family -> ends(plan, family.rules()));
        for (Triple triple : plan.plan().tables().stream().flatMap(table -> Triple.of(table).stream()).toList()) {
            List<Family> matching = own.stream().filter(family -> matches(family, triple)).toList();
            (matching.isEmpty() ? regional.stream().filter(family -> matches(family, triple)).toList() : matching)
                    .forEach(family -> rows(plan, family, triple));
        }
    }

    private static List<Family> regional(RegionalRules region) {
        return region.targetRules().stream().flatMap(rule -> region.indicators().stream()
                .filter(indicator -> indicator.id().equals(rule.indicator()))
                .map(indicator -> new Family(indicator.name(), rule.bands().stream()
                        .map(band -> new Rule(new Place(0, ""), Band.of(band), band.change(),
                                rule.change() == TargetRule.Change.PERCENT)).toList(), Optional.of(rule.source()))))
                .toList();
    }

    private static List<Family> families(CheckedPlan plan) {
        List<Family> families = new ArrayList<>();
        for (ReadTable table : plan.plan().tables()) {
            table(plan, table).ifPresent(families::add);
        }
        List<Rule> run = new ArrayList<>();
        String subject = "";
        String section = "";
        for (Sentence sentence : plan.sentences()) {
            Optional<Rule> rule = sentence(sentence);
            if (rule.isEmpty() || !sentence.section().equals(section)) {
                add(families, subject, run);
                run = new ArrayList<>();
            }
            section = sentence.section();
            if (rule.isPresent()) {
                subject = run.isEmpty() ? sentence.text() : subject;
                run.add(rule.get());
            }
        }
        add(families, subject, run);
        return families;
    }

    private static void add(List<Family> families, String subject, List<Rule> run) {
        if (run.size() >= 2 && run.stream().map(Rule::percent).distinct().count() == 1) {
            families.add(new Family(subject, run, Optional.empty()));
        }
    }

    private static Optional<Family> table(CheckedPlan plan, ReadTable table) {
        if (table.columns().size() != 2 || table.rows().size() < 2) {
            return Optional.empty();
        }
        List<Rule> rules = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            Optional<Band> band = Band.read(table.rows().get(row).get(0));
            Optional<BigDecimal> change = Columns.number(table.rows().get(row).get(1));
            if (band.isEmpty() || change.isEmpty()) {
                return Optional.empty();
            }
            rules.add(new Rule(plan.place(table, row), band.get(), change.get(),
                    Columns.percent(table.rows().get(row).get(1))));
        }
        return Optional.of(new Family(table.columns().getFirst() + table.title(), rules, Optional.empty()));
    }

    /** 上年重污染天数大于25天小于30天的，同比减少2天. */
    private static Optional<Rule> sentence(Sentence sentence) {
        int at = sentence.text().indexOf("的，");
        if (at < 0) {
            return Optional.empty();
        }
        Optional<Band> band = Band.read(sentence.text().substring(0, at));
        Matcher change = CHANGE.matcher(sentence.text().substring(at));
        return band.isEmpty() || !change.find() ? Optional.empty() : Optional.of(new Rule(sentence.place(), band.get(),
                new BigDecimal(change.group(1)), "%".equals(change.group(2))));
    }

    private static boolean matches(Family family, Triple triple) {
        boolean days = family.subject().contains("天数");
        boolean sameKind = days == triple.subject().contains("天数")
                && family.rules().getFirst().percent() == triple.percent();
        return sameKind && (days || triple.subject().matches(".*(?:PM2\\.5|PM10|SO2|NO2|O3|浓度).*")
                && pollutant(family.subject()).equals(pollutant(triple.subject())));
    }

    private static String pollutant(String text) {
        Matcher found = Pattern.compile("PM2\\.5|PM10|SO2|NO2|O3|CO").matcher(text);
        return found.find() ? found.group() : "";
    }

    private static void rows(CheckedPlan plan, Family family, Triple triple) {
        for (int row : Columns.dataRows(triple.table())) {
            Optional<BigDecimal> base = triple.base(row);
            Optional<BigDecimal> change = triple.change(row);
            if (base.isEmpty() || change.isEmpty()) {
                continue;
            }
            List<Rule> holding = family.rules().stream().filter(rule -> rule.band().holds(base.get())).toList();
            if (!holding.isEmpty() && holding.stream().noneMatch(rule -> rule.change().compareTo(change.get()) == 0)) {
                Rule rule = holding.getFirst();
                String unit = triple.percent() ? "%" : "";
                plan.remark(RemarkCode.BAND_RULE_BROKEN, family.region().isEmpty() ? Severity.ERROR : Severity.WARNING,
                        plan.place(triple.table(), row), "“" + triple.name(row) + "”的基数" + Columns.plain(base.get())
                                + "属于" + family.region().map(source -> source + "规定的").orElse("") + "“"
                                + rule.band().words() + "”一档，幅度应为" + Columns.plain(rule.change()) + unit + "，表中为"
                                + Columns.plain(change.get()) + unit + "。",
                        List.of(triple.name(row), rule.band().words()),
                        Columns.plain(base.get()) + " → " + Columns.plain(rule.change()) + unit + " ≠ "
                                + Columns.plain(change.get()) + unit,
                        "按分档规则改正该行，或说明例外的理由。");
            }
        }
    }

    /** Neighbouring ends: the value between two bands belongs to exactly one. */
    private static void ends(CheckedPlan plan, List<Rule> rules) {
        List<Rule> ordered = rules.stream().sorted(Comparator.comparing(
                rule -> rule.band().low().orElse(new BigDecimal("-1E9")))).toList();
        for (int i = 0; i + 1 < ordered.size(); i++) {
            Band lower = ordered.get(i).band();
            Band upper = ordered.get(i + 1).band();
            if (lower.high().isEmpty() || upper.low().isEmpty()) {
                continue;
            }
            int order = lower.high().get().compareTo(upper.low().get());
            Place place = ordered.get(i).place();
            List<String> words = List.of(lower.words(), upper.words());
            if (order == 0 && lower.highIncluded() && upper.lowIncluded() || order > 0) {
                plan.remark(RemarkCode.BAND_OVERLAP, Severity.WARNING, place, "分档“" + lower.words() + "”与“" + upper.words()
                        + "”都包含" + Columns.plain(upper.low().get()) + "（“以上”“以下”包括本数）。", words, "",
                        "把其中一档改为不含本数，例如“不满”或“大于”。");
            } else if (order < 0 || !lower.highIncluded() && !upper.lowIncluded()) {
                plan.remark(RemarkCode.BAND_GAP, Severity.WARNING, place,
                        "分档“" + lower.words() + "”与“" + upper.words() + "”之间有数值不属于任何一档。", words,
                        Columns.plain(lower.high().get()) + " … " + Columns.plain(upper.low().get()), "使相邻两档衔接。");
            }
        }
    }
}
