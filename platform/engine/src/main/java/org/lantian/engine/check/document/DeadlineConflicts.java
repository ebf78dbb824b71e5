package org.lantian.engine.check.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.reading.Deadlines;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** One thing is due once: two clauses that finish the same counted thing do not name two different days. */
final class DeadlineConflicts {

    private static final Pattern FINISHES = Pattern.compile("完成|淘汰|建成|替代|拆除|关停|改造");
    private static final Pattern THING = Pattern.compile("(\\d+(?:\\.\\d+)?)(蒸吨|万千瓦|万吨|吨|平方米|米|家|台|套|个|座|户|万户|辆)(?:/小时)?(?:及以下|及以上|以下|以上)?(?:的)?([\\p{IsHan}]{2,8})");

    private record Due(Sentence sentence, String clause, LocalDate date, String words, Set<String> things) {
    }

    private DeadlineConflicts() {
    }

    static void check(CheckedPlan plan) {
        Deadlines reader = Deadlines.of(plan.plan());
        List<Due> dues = new ArrayList<>();
        for (Sentence sentence : plan.sentences()) {
            for (String clause : sentence.text().split("(?<=[^\\d])，(?=(?:20\\d{2}年|\\d{1,2}月|到20))")) {
                due(reader, sentence, clause).ifPresent(dues::add);
            }
        }
        for (int i = 0; i < dues.size(); i++) {
            for (int j = i + 1; j < dues.size(); j++) {
                compare(plan, dues.get(i), dues.get(j));
            }
        }
    }

    private static Optional<Due> due(Deadlines reader, Sentence sentence, String clause) {
        List<Deadlines.Dated> found = reader.dated(clause);
        Set<String> things = things(clause);
        if (found.size() != 1 || things.isEmpty() || !FINISHES.matcher(clause).find()) {
            return Optional.empty();
        }
        return Optional.of(new Due(sentence, clause, found.getFirst().last(), found.getFirst().words(), things));
    }

    private static Set<String> things(String clause) {
        Set<String> things = new LinkedHashSet<>();
        Matcher thing = THING.matcher(clause);
        while (thing.find()) {
            String noun = thing.group(3).replaceAll("(?:清洁|淘汰|改造|替代|完成|建设|实施|项目|任务).*$", "");
            if (noun.length() >= 2) {
                things.add(thing.group(1) + thing.group(2) + noun);
            }
        }
        return things;
    }

    private static void compare(CheckedPlan plan, Due first, Due second) {
        if (first.date().equals(second.date()) || first.sentence().place().line() == second.sentence().place().line()) {
            return;
        }
        first.things().stream().filter(second.things()::contains).findFirst().ifPresent(thing -> plan.remark(
                RemarkCode.DEADLINE_CONFLICT, Severity.ERROR, second.sentence().place(),
                "“" + thing + "”有两个时限：" + first.sentence().place().clause() + "（第" + first.sentence().place().line()
                        + "行）为“" + first.words() + "”，此处为“" + second.words() + "”。",
                List.of(first.clause(), second.clause()), first.date() + " ≠ " + second.date(), "统一为一个时限。"));
    }
}
