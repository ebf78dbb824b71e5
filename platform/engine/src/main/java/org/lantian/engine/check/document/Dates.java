package org.lantian.engine.check.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.check.document.CheckedPlan.Item;
import org.lantian.engine.reading.Deadline;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Dates exist, deadlines say whether the last day counts, and lie inside the term that the plan names. */
final class Dates {

    private static final Pattern DATE = Pattern.compile("(?:((?:19|20)\\d{2})年)?(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern MONTH = Pattern.compile("(?:(?:19|20)\\d{2}年)(\\d{1,2})月(?!\\d)");
    private static final Pattern OPEN = Pattern.compile("(?:(?:19|20)\\d{2}年)?\\d{1,2}月[底末](?!前|之前|以前)");
    private static final Pattern TERM_DAYS = Pattern.compile("((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日至((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern TERM_YEARS = Pattern.compile("(?:期限|规划期|实施期)[^。]{0,6}?((?:19|20)\\d{2})年?(?:至|到|[—–-]+)((?:19|20)\\d{2})年");
    private static final Pattern TITLE_YEARS = Pattern.compile("((?:19|20)\\d{2})(?:年)?[—–~-]+((?:19|20)\\d{2})年");
    private static final Pattern TITLE_YEAR = Pattern.compile("((?:19|20)\\d{2})年");
    private static final int LEAP = 2024;

    private record Term(LocalDate from, LocalDate to, String words) {
    }

    private Dates() {
    }

    static void check(CheckedPlan plan) {
        for (Sentence sentence : plan.sentences()) {
            impossible(plan, sentence);
            Matcher open = OPEN.matcher(sentence.text());
            while (open.find()) {
                plan.remark(RemarkCode.DEADLINE_FORM, Severity.INFO, sentence.place(),
                        "“" + open.group() + "”没有写“前”，与“…底前”的写法不一致。", List.of(open.group()), "",
                        "统一写作“" + open.group() + "前”。");
            }
        }
        term(plan).ifPresent(term -> plan.items().filter(one -> CheckedPlan.on(one.section(), "tasks"))
                .forEach(item -> outside(plan, term, item)));
    }

    private static void impossible(CheckedPlan plan, Sentence sentence) {
        Matcher date = DATE.matcher(sentence.text());
        while (date.find()) {
            int year = date.group(1) == null ? LEAP : Integer.parseInt(date.group(1));
            try {
                LocalDate.of(year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            } catch (DateTimeException noSuchDay) {
                wrong(plan, sentence, date.group());
            }
        }
        Matcher month = MONTH.matcher(sentence.text());
        while (month.find()) {
            int number = Integer.parseInt(month.group(1));
            if (number < 1 || number > 12) {
                wrong(plan, sentence, month.group());
            }
        }
    }

    private static void wrong(CheckedPlan plan, Sentence sentence, String date) {
        plan.remark(RemarkCode.DATE_IMPOSSIBLE, Severity.ERROR, sentence.place(), "日期“" + date + "”不存在。",
                List.of(date), "", "改为存在的日期。");
    }

    private static void outside(CheckedPlan plan, Term term, Item item) {
        for (Deadline deadline : item.item().deadlines()) {
            deadline.last().filter(last -> last.isBefore(term.from()) || last.isAfter(term.to())).ifPresent(last -> plan
                    .remark(RemarkCode.DEADLINE_OUTSIDE_TERM, Severity.WARNING, plan.place(item),
                            "第" + item.item().no() + "项的时限“" + deadline.text() + "”不在方案期限（" + term.words() + "）之内。",
                            List.of(deadline.text()), last + "，期限" + term.from() + "至" + term.to(),
                            "核对时限；属于长期任务或转引上级要求的，请注明。"));
        }
    }

    /** The term: stated in days or years, else the title's years. */
    private static Optional<Term> term(CheckedPlan plan) {
        for (Sentence sentence : plan.sentences()) {
            Matcher years = TERM_YEARS.matcher(sentence.text());
            if (years.find()) {
                return Optional.of(years(years.group(1), years.group(2), years.group()));
            }
        }
        for (Sentence sentence : plan.sentences()) {
            Matcher days = TERM_DAYS.matcher(sentence.text());
            if (days.find()) {
                return days(days);
            }
        }
        String title = plan.plan().title();
        Matcher range = TITLE_YEARS.matcher(title);
        if (range.find()) {
            return Optional.of(years(range.group(1), range.group(2), range.group()));
        }
        Matcher year = TITLE_YEAR.matcher(title);
        return year.find() ? Optional.of(years(year.group(1), year.group(1), year.group())) : Optional.empty();
    }

    private static Term years(String from, String to, String words) {
        return new Term(LocalDate.of(Integer.parseInt(from), 1, 1), LocalDate.of(Integer.parseInt(to), 12, 31), words);
    }

    private static Optional<Term> days(Matcher m) {
        try {
            return Optional.of(new Term(
                    LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))),
                    LocalDate.of(Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)), Integer.parseInt(m.group(6))),
                    m.group()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
