package org.lantian.engine.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds deadlines in a text. A month without a year takes the year last named before it, else the document's. 前
 * includes a day named; a month or year that something must precede (6月前, 2027年前) does not count.
 */
final class DeadlineReader {

    /** A deadline and its place in the text. */
    record Found(Deadline deadline, int start, int end) {
    }

    private static final String YEAR = "(?:(?<%s>(?:19|20)\\d{2})\\s*年\\s*(?:的)?)?";
    private static final String BEFORE = "(?:之前|以前|前)";
    private static final Pattern ANY = Pattern.compile(String.join("|",
            "(?<dayWindow>" + year("wy1") + "(?<wm1>\\d{1,2})月(?<wd1>\\d{1,2})日?起?\\s*(?:至|到|[—–－~～-]+)\\s*" + year("wy2")
                    + "(?<wm2>\\d{1,2})月(?<wd2>\\d{1,2})日)",
            "(?<monthWindow>" + year("vy1") + "(?<vm1>\\d{1,2})月?\\s*(?:至|到|[—–－~～-]+)\\s*" + year("vy2")
                    + "(?<vm2>\\d{1,2})月(?!\\d))",
            "(?<day>" + year("dy") + "(?<dm>\\d{1,2})月(?<dd>\\d{1,2})日)(?<dayTail>" + BEFORE + "|起|止)?",
            "(?<month>" + year("my") + "(?<mm>\\d{1,2})月份?)(?<monthTail>[底末](?:" + BEFORE + ")?|" + BEFORE + "|起|内)?",
            "(?<half>(?<hy>(?:19|20)\\d{2})年(?<hh>[上下])半年)(?:[底末])?(?:" + BEFORE + ")?",
            "(?<quarter>(?<qy>(?:19|20)\\d{2})年第?(?<qq>[一二三四1-4])季度)(?:[底末])?(?:" + BEFORE + ")?",
            "(?<yearEnd>(?<ey>(?:19|20)\\d{2})年(?:年?[底末]|12月31日)(?:" + BEFORE + ")?)",
            "(?<bareEnd>(?<![\\d年])(?:今年|当年|本年度?|年)[底末]" + BEFORE + "?)",
            "(?<yearBefore>(?<by>(?:19|20)\\d{2})年" + BEFORE + "(?!\\d))",
            "(?<years>(?<ry1>(?:19|20)\\d{2})年?\\s*(?:至|到|[—–－~～-]+)\\s*(?<ry2>(?:19|20)\\d{2})年(?!秋|冬|采暖|供暖|度))",
            "(?<toYear>到\\s*(?<ty>(?:19|20)\\d{2})年[底末]?)",
            "(?<inYear>(?<iy>(?:19|20)\\d{2})年(?<iTail>度?内|全年|(?=(?:建成|完成|达到|实现|基本|全面|争取|提升|力争|要))))",
            "(?<ongoing>长期坚持|长期实施|(?<=[限间期求][：:])(?:长期|持续|常态化)|常态化(?=开展|推进|实施)|全年坚持|每[日天周月季年](?:度)?(?=[^，。]{0,8}(?:开展|监测|通报|调度|更新|报送|排名|检查|巡查))|逐月)",
            "(?<higher>(?:按照?|依照)(?:照)?(?:国家|省|市|上级|自治区|部|有关)[^，。；]{0,10}?时限(?:要求)?(?:完成)?)",
            "(?<season>(?:(?:19|20)\\d{2}年)?(?:秋冬季节?|采暖期|采暖季|供暖季|供暖期|夏季|冬季|汛期)(?:期间|前)|(?:采暖|供暖)期间|臭氧高发季节?)",
            "(?<whole>^全年$|(?<=[限间期求][：:])全年)"));
    private static final Pattern YEARS = Pattern.compile("((?:19|20)\\d{2})\\s*年?\\s*[—–～~至-]+\\s*((?:19|20)\\d{2})\\s*年");
    private static final Pattern ONE_YEAR = Pattern.compile("((?:19|20)\\d{2})\\s*年");
    private static final Pattern LABEL = Pattern.compile("(?:时限|时间|期限)(?:要求)?[：:]\\s*$");
    private static final Pattern TITLE = Pattern.compile("《[^》]*》");

    private final Optional<Integer> defaultYear;
    private final Optional<Integer> lastYear;

    /**
     * @param firstYear year of a month without one
     * @param lastYear second year of a plan over a turn of the year, which months from January to June then take
     */
    DeadlineReader(Optional<Integer> firstYear, Optional<Integer> lastYear) {
        this.defaultYear = firstYear;
        this.lastYear = lastYear;
    }

    /** A reader for a plan with this title, whose years count where a month has none; else the day of issue counts. */
    static DeadlineReader of(String title, Optional<LocalDate> issuedOn) {
        Matcher range = YEARS.matcher(title);
        if (range.find()) {
            boolean season = title.contains("秋冬") || title.contains("采暖") || title.contains("供暖");
            return new DeadlineReader(Optional.of(Integer.parseInt(range.group(1))),
                    season ? Optional.of(Integer.parseInt(range.group(2))) : Optional.empty());
        }
        Matcher year = ONE_YEAR.matcher(title);
        return new DeadlineReader(year.find() ? Optional.of(Integer.parseInt(year.group(1)))
                : issuedOn.map(LocalDate::getYear), Optional.empty());
    }

    private static String year(String group) {
        return YEAR.formatted(group);
    }

    /** The deadlines of a text, in its order, each wording once. */
    List<Found> find(String text) {
        String masked = TITLE.matcher(text).replaceAll(title -> "·".repeat(title.group().length()));
        List<Found> found = new ArrayList<>();
        Optional<Integer> context = Optional.empty();
        Matcher matcher = ANY.matcher(masked);
        while (matcher.find()) {
            Optional<Deadline> deadline = read(matcher, context, masked);
            context = namedYear(matcher).or(latest(context));
            deadline.ifPresent(one -> found.add(new Found(one, matcher.start(), matcher.end())));
        }
        return found;
    }

    private static java.util.function.Supplier<Optional<Integer>> latest(Optional<Integer> context) {
        return () -> context;
    }

    private static Optional<Integer> namedYear(Matcher matcher) {
        for (String group : List.of("wy2", "vy2", "dy", "my", "hy", "qy", "ey", "by", "ty", "iy", "wy1", "vy1")) {
            if (matcher.group(group) != null) {
                return Optional.of(Integer.parseInt(matcher.group(group)));
            }
        }
        return Optional.empty();
    }

    private Optional<Deadline> read(Matcher m, Optional<Integer> context, String text) {
        String words = m.group();
        try {
            if (m.group("dayWindow") != null) {
                int first = yearOf(m.group("wy1"), context, number(m, "wm1")).orElse(0);
                return first == 0 ? Optional.empty() : window(words,
                        LocalDate.of(first, number(m, "wm1"), number(m, "wd1")),
                        LocalDate.of(second(m.group("wy2"), first, number(m, "wm1"), number(m, "wm2")), number(m, "wm2"),
                                number(m, "wd2")));
            }
            if (m.group("monthWindow") != null) {
                return monthWindow(m, context, words);
            }
            if (m.group("day") != null) {
                return day(m, context, words, text);
            }
            if (m.group("month") != null) {
                return month(m, context, words, text);
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.of(new Deadline.None(words));
        }
        return other(m, words, text);
    }

    private Optional<Deadline> monthWindow(Matcher m, Optional<Integer> context, String words) {
        int from = number(m, "vm1");
        Optional<Integer> first = yearOf(m.group("vy1"), context, from);
        return first.flatMap(year -> window(words, LocalDate.of(year, from, 1),
                YearMonth.of(second(m.group("vy2"), year, from, number(m, "vm2")), number(m, "vm2")).atEndOfMonth()));
    }

    private static int second(String written, int first, int from, int to) {
        return written != null ? Integer.parseInt(written) : to < from ? first + 1 : first;
    }

    private static Optional<Deadline> window(String words, LocalDate from, LocalDate to) {
        return Optional.of(to.isBefore(from) ? new Deadline.None(words) : new Deadline.Window(words, from, to));
    }

    private Optional<Deadline> day(Matcher m, Optional<Integer> context, String words, String text) {
        int month = number(m, "dm");
        Optional<Integer> year = yearOf(m.group("dy"), context, month);
        String tail = m.group("dayTail");
        if (year.isEmpty() || tail == null && !labelled(text, m.start()) && !text.startsWith("完成", m.end())) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.of(year.get(), month, number(m, "dd"));
        return Optional.of("起".equals(tail) ? new Deadline.Period(words, Optional.of(date), Optional.empty())
                : new Deadline.By(words, date));
    }

    private Optional<Deadline> month(Matcher m, Optional<Integer> context, String words, String text) {
        int number = number(m, "mm");
        String tail = m.group("monthTail");
        boolean finishes = tail == null
                && (text.startsWith("完成", m.end()) || labelled(text, m.start()));
        Optional<Integer> year = yearOf(m.group("my"), context, number);
        if (year.isEmpty() || tail == null && !finishes || Character.toString(text.charAt(m.start())).equals("每")) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.of(year.get(), number);
        return Optional.of("起".equals(tail)
                ? new Deadline.Period(words, Optional.of(month.atDay(1)), Optional.empty())
                : new Deadline.MonthEnd(words, before(tail) ? month.minusMonths(1).atEndOfMonth() : month.atEndOfMonth()));
    }

    /** Whether 完成时限： or the like stands right before. */
    private static boolean labelled(String text, int at) {
        return LABEL.matcher(text.substring(0, at)).find();
    }

    /** 6月前 without 底 means that June does not count. */
    private static boolean before(String tail) {
        return tail != null && tail.matches(BEFORE);
    }

    private Optional<Deadline> other(Matcher m, String words, String text) {
        if (m.group("half") != null) {
            boolean first = m.group("hh").equals("上");
            return Optional.of(new Deadline.HalfYear(words,
                    YearMonth.of(number(m, "hy"), first ? 6 : 12).atEndOfMonth()));
        }
        if (m.group("quarter") != null) {
            int quarter = "一二三四".indexOf(m.group("qq")) >= 0 ? "一二三四".indexOf(m.group("qq")) + 1 : number(m, "qq");
            return Optional.of(new Deadline.By(words, YearMonth.of(number(m, "qy"), quarter * 3).atEndOfMonth()));
        }
        if (m.group("yearEnd") != null) {
            return Optional.of(new Deadline.By(words, LocalDate.of(number(m, "ey"), 12, 31)));
        }
        if (m.group("bareEnd") != null) {
            return defaultYear.map(year -> new Deadline.By(words, LocalDate.of(year, 12, 31)));
        }
        if (m.group("yearBefore") != null) {
            return Optional.of(new Deadline.By(words, LocalDate.of(number(m, "by") - 1, 12, 31)));
        }
        if (m.group("years") != null) {
            return window(words, LocalDate.of(number(m, "ry1"), 1, 1), LocalDate.of(number(m, "ry2"), 12, 31));
        }
        if (m.group("toYear") != null) {
            return Optional.of(new Deadline.By(words, LocalDate.of(number(m, "ty"), 12, 31)));
        }
        if (m.group("inYear") != null) {
            return compared(text, m.start()) ? Optional.empty() : wholeYear(words, number(m, "iy"));
        }
        if (m.group("ongoing") != null) {
            return Optional.of(new Deadline.Ongoing(words));
        }
        if (m.group("higher") != null) {
            return Optional.of(new Deadline.HigherPlan(words));
        }
        if (m.group("whole") != null) {
            return defaultYear.flatMap(year -> wholeYear(words, year))
                    .or(() -> Optional.of(new Deadline.Period(words, Optional.empty(), Optional.empty())));
        }
        return m.group("season") == null ? Optional.empty()
                : Optional.of(new Deadline.Period(words, Optional.empty(), Optional.empty()));
    }

    private static Optional<Deadline> wholeYear(String words, int year) {
        return Optional.of(new Deadline.WholeYear(words, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /** A year that is compared with (较2024年, 比2019年) or counted from (自2020年) is no deadline. */
    private static boolean compared(String text, int at) {
        return at > 0 && "较比自从以".indexOf(text.charAt(at - 1)) >= 0;
    }

    private Optional<Integer> yearOf(String written, Optional<Integer> context, int month) {
        if (written != null) {
            return Optional.of(Integer.parseInt(written));
        }
        return context.or(() -> month <= 6 && lastYear.isPresent() ? lastYear : defaultYear);
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}
