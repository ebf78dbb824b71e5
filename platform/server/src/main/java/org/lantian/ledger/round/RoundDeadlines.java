package org.lantian.ledger.round;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.engine.calendar.DueDays;
import org.lantian.engine.calendar.DueDays.Due;
import org.lantian.engine.calendar.WorkingDays;
import org.lantian.plugin.region.ReportingDuty;
import org.lantian.plugin.region.ReportingDuty.Every;
import org.lantian.profile.Profiles;

/**
 * Proposes when a round is due. Filling: the day of the month that the profile's calendar fixes for a monthly or quarterly
 * duty, in the month after the period, or in a later one if that day has passed today; where the profile fixes none, the last working day of
 * the month after the period. Verifying: the fifth working day after that.
 */
@Singleton
final class RoundDeadlines {

    private static final int DAYS_TO_VERIFY = 5;

    private final Profiles profiles;
    private final WorkingDays days = WorkingDays.china();
    private final DueDays dues = new DueDays(days);

    RoundDeadlines(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * When a round is due.
     *
     * @param source where the days come from; empty where the opener named both
     */
    record Deadlines(LocalDate due, LocalDate verifyDue, Optional<String> source) {
    }

    Deadlines of(Rounds.Opening opening, LocalDate today) {
        StringBuilder source = new StringBuilder();
        LocalDate due = opening.due().orElseGet(() -> propose(opening.period(), today, source));
        LocalDate verifyDue = opening.verifyDue().orElseGet(() -> {
            source.append(source.isEmpty() ? "" : "；").append("审核期限取填报期限后第").append(DAYS_TO_VERIFY).append("个工作日");
            return days.after(due, DAYS_TO_VERIFY);
        });
        if (!source.isEmpty() && !days.isPublished(verifyDue.getYear())) {
            source.append("；").append(verifyDue.getYear()).append("年放假安排尚未发布，按周一至周五推算");
        }
        return new Deadlines(due, verifyDue, Optional.of(source.toString()).filter(text -> !text.isEmpty()));
    }

    private LocalDate propose(RoundPeriod period, LocalDate today, StringBuilder source) {
        LocalDate earliest = period.lastDay().isAfter(today) ? period.lastDay() : today;
        YearMonth after = YearMonth.from(period.lastDay()).plusMonths(1);
        Optional<ReportingDuty> duty = duty(period.kind());
        if (duty.isEmpty()) {
            LocalDate due = dues.lastWorkday(after, earliest);
            source.append("方案模板没有规定报送日，取").append(due.getYear()).append("年").append(due.getMonthValue())
                    .append("月最后一个工作日");
            return due;
        }
        Due due = dues.first(duty.get(), after, earliest);
        source.append("“").append(duty.get().title()).append("”每月").append(duty.get().day().orElseThrow()).append("日（")
                .append(duty.get().source()).append("）");
        if (due.moved()) {
            source.append("，").append(due.nominal()).append("不是工作日，").append(due.day().isAfter(due.nominal()) ? "顺延" : "提前")
                    .append("至").append(due.day());
        }
        return due.day();
    }

    private Optional<ReportingDuty> duty(RoundPeriod.Kind kind) {
        Every every = kind == RoundPeriod.Kind.MONTHLY ? Every.MONTH : Every.QUARTER;
        return profiles.current().region().duties().stream()
                .filter(duty -> duty.every() == every && duty.day().isPresent()).findFirst();
    }
}
