package org.lantian.engine.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 工作日: Monday to Friday, but for days off and with days worked in exchange that the State Council's yearly arrangement
 * names. In a year without an arrangement only the days of the week count; {@link #isPublished} tells which years have one.
 */
public final class WorkingDays {

    private static final String PACK = "holidays-cn.csv";

    private final Map<LocalDate, Boolean> named;
    private final Set<Integer> published;

    private WorkingDays(Map<LocalDate, Boolean> named) {
        this.named = Map.copyOf(named);
        this.published = named.keySet().stream().map(LocalDate::getYear).collect(Collectors.toCollection(HashSet::new));
    }

    /** The arrangements that the product ships. */
    public static WorkingDays china() {
        return Holder.CHINA;
    }

    /** Whether the year's arrangement is known. */
    public boolean isPublished(int year) {
        return published.contains(year);
    }

    public boolean isWorkday(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return named.getOrDefault(day, weekday);
    }

    /** The day itself where it is a working day, else the next one. */
    public LocalDate atOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorkday(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The day itself where it is a working day, else the one before. */
    public LocalDate atOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorkday(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** @param count working days to go on, at least 1 */
    public LocalDate after(LocalDate day, int count) {
        LocalDate found = day;
        for (int i = 0; i < count; i++) {
            found = atOrAfter(found.plusDays(1));
        }
        return found;
    }

    /** @param count working days to go back, at least 1 */
    public LocalDate before(LocalDate day, int count) {
        LocalDate found = day;
        for (int i = 0; i < count; i++) {
            found = atOrBefore(found.minusDays(1));
        }
        return found;
    }

    /**
     * First day of the holidays in which a day lies: the days in a row that are no working days, one of them named by the
     * arrangement. Empty on working days and ordinary weekends.
     */
    public Optional<LocalDate> findHolidays(LocalDate day) {
        if (isWorkday(day)) {
            return Optional.empty();
        }
        LocalDate first = atOrBefore(day).plusDays(1);
        return first.datesUntil(atOrAfter(day)).anyMatch(named::containsKey) ? Optional.of(first) : Optional.empty();
    }

    private static Map<LocalDate, Boolean> load() {
        try (InputStream stream = WorkingDays.class.getResourceAsStream(PACK)) {
            if (stream == null) {
                throw new IllegalStateException("data pack " + PACK + " is missing");
            }
            Map<LocalDate, Boolean> days = new HashMap<>();
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().skip(1).forEach(line -> {
                String[] cells = line.split(",", -1);
                days.put(LocalDate.parse(cells[0]), cells[1].equals("work"));
            });
            return days;
        } catch (IOException e) {
            throw new UncheckedIOException("data pack " + PACK, e);
        }
    }

    private static final class Holder {
        private static final WorkingDays CHINA = new WorkingDays(load());
    }
}
