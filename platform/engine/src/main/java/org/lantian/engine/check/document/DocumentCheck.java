package org.lantian.engine.check.document;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.lantian.engine.check.Remark;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.source.SourceDocument;
import org.lantian.plugin.region.RegionalRules;

/** Holds a plan as read against itself. */
public final class DocumentCheck {

    private static final List<Consumer<CheckedPlan>> RULES = List.of(HeadingNumbers::check, ItemNumbers::check,
            ClaimedCounts::check, Roles::check, NamesTogether::check, Dates::check, DeadlineConflicts::check, Quotas::check,
            TableTotals::check, TableRows::check, Averages::check, Bands::check, Ratios::check, WordsAgainstTables::check,
            TargetConflicts::check, Reductions::check, CopiedText::check, Spelling::check, Retention::check,
            Frequencies::check, Measurability::check, Leftovers::check);

    private DocumentCheck() {
    }

    /** As below, without a region's own rules. */
    public static List<Remark> check(ReadPlan plan, SourceDocument source) {
        return check(plan, source, RegionalRules.EMPTY);
    }

    /**
     * All remarks by line, the gravest first on one line.
     *
     * @param region rules of the plan's region: bands that target tables are held to where the plan states none
     */
    public static List<Remark> check(ReadPlan plan, SourceDocument source, RegionalRules region) {
        CheckedPlan checked = new CheckedPlan(plan, source, region);
        RULES.forEach(rule -> rule.accept(checked));
        return checked.remarks().stream().distinct().sorted(Comparator
                .<Remark>comparingInt(remark -> remark.line().orElse(0)).thenComparing(Remark::severity)).toList();
    }
}
