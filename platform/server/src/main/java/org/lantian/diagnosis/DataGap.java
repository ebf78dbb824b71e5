package org.lantian.diagnosis;

import java.util.List;

import org.lantian.engine.rule.Verdict;

/**
 * 数据缺失: a rule that could not be decided. No finding, and not printed in table 3.
 *
 * @param missing field ids
 */
public record DataGap(long enterpriseId, int baseYear, String ruleId, String subject, List<String> missing,
        String text) {

    public DataGap {
        missing = List.copyOf(missing);
    }

    static DataGap of(long enterpriseId, int baseYear, Verdict.Unknown unknown) {
        return new DataGap(enterpriseId, baseYear, unknown.origin().rule(), unknown.origin().subject(),
                unknown.missing(), unknown.text());
    }

    VerdictRows.Key key() {
        return new VerdictRows.Key(enterpriseId, baseYear, ruleId, subject);
    }
}
