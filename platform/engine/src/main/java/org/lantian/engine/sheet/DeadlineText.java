package org.lantian.engine.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.sheet.CellValue.Deadline;
import org.lantian.engine.sheet.CellValue.Precision;

/**
 * Deadlines as clerks write them: 2026-06-30, 2026年6月30日前, 2026-06, 2026年6月底前, 2026年上半年, 2026年二季度, 2026年底前,
 * 2026. A period means its last day; 前 includes the day or period named (民法典 第一千二百五十九条: 以前 includes it).
 */
public final class DeadlineText {

    private static final String YEAR = "(20\\d{2})";
    private static final Pattern DAY = Pattern.compile(YEAR + "(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?");
    private static final Pattern MONTH = Pattern.compile(YEAR + "(?:年|[-/.])(\\d{1,2})(?:月份?)?[底末]?");
    private static final Pattern QUARTER = Pattern.compile(YEAR + "年?(?:第?([一二三四1-4])季度|q([1-4]))[底末]?");
    private static final Pattern HALF = Pattern.compile(YEAR + "年?([上下])半年[底末]?");
    private static final Pattern WHOLE = Pattern.compile(YEAR + "年?(?:年?[底末])?");
    private static final Pattern TAIL = Pattern.compile("(?:之前|以前|前|完成|内)+$");
    private static final Pattern TIME = Pattern.compile("t\\d{4,6}$");
    private static final Map<String, Integer> QUARTERS = Map.of("一", 1, "二", 2, "三", 3, "四", 4);

    private DeadlineText() {
    }

    /** Empty if the text is no deadline with a last day. */
    public static Optional<Deadline> read(String written) {
        String text = TIME.matcher(TAIL.matcher(CellText.key(written)).replaceAll("")).replaceAll("");
        try {
            return lastDay(text, CellText.stripped(written));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Deadline> lastDay(String text, String written) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return Optional.of(new Deadline(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)),
                    Precision.DAY, written));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return until(number(month, 1), number(month, 2), Precision.MONTH, written);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            String which = quarter.group(2) != null ? quarter.group(2) : quarter.group(3);
            int ordinal = QUARTERS.containsKey(which) ? QUARTERS.get(which) : Integer.parseInt(which);
            return until(number(quarter, 1), ordinal * 3, Precision.QUARTER, written);
        }
        Matcher half = HALF.matcher(text);
        if (half.matches()) {
            return until(number(half, 1), half.group(2).equals("上") ? 6 : 12, Precision.HALF_YEAR, written);
        }
        Matcher whole = WHOLE.matcher(text);
        return whole.matches() ? until(number(whole, 1), 12, Precision.YEAR, written) : Optional.empty();
    }

    private static Optional<Deadline> until(int year, int month, Precision precision, String written) {
        return Optional.of(new Deadline(YearMonth.of(year, month).atEndOfMonth(), precision, written));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
