package org.lantian.engine.check.document;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.lantian.engine.check.Remark;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.source.SourceDocument;

/** Holds a plan as read against itself. */
public final class DocumentCheck {

    private static final List<Consumer<CheckedPlan>> RULES = List.of(HeadingNumbers::check, ItemNumbers::check,
            ClaimedCounts::check, Roles::check, NamesTogether::check, Dates::check, DeadlineConflicts::check, Quotas::check,
            TableTotals::check, TableRows::check, Averages::check, Bands::check, Ratios::check, WordsAgainstTables::check,
            TargetConflicts::check, Reductions::check, CopiedText::check, Spelling::check, Retention::check,
            Frequencies::check, Measurability::check, Leftovers::check);

    private DocumentCheck() {
    }

    /** All remarks by line, the gravest first on one line. */
    public static List<Remark> check(ReadPlan plan, SourceDocument source) {
        CheckedPlan checked = new CheckedPlan(plan, source);
        RULES.forEach(rule -> rule.accept(checked));
        return checked.remarks().stream().distinct().sorted(Comparator
                .<Remark>comparingInt(remark -> remark.line().orElse(0)).thenComparing(Remark::severity)).toList();
    }
}
