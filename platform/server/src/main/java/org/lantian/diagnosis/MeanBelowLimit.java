package org.lantian.diagnosis;

import java.util.List;

import org.lantian.engine.rule.Verdict;
import org.lantian.engine.rule.Verdict.Evidence;

/**
 * An annual mean that does not exceed the hourly limit: no finding, and no proof that the limit is kept (稳定达标).
 *
 * @param subject number of the outlet
 * @param evidence the concentration, its conversion and the limit
 */
public record MeanBelowLimit(long enterpriseId, int baseYear, String ruleId, String subject, String text,
        List<Evidence> evidence) {

    public MeanBelowLimit {
        evidence = List.copyOf(evidence);
    }

    static MeanBelowLimit of(long enterpriseId, int baseYear, Verdict.Clear clear) {
        return new MeanBelowLimit(enterpriseId, baseYear, clear.origin().rule(), clear.origin().subject(), clear.text(),
                clear.evidence());
    }

    VerdictRows.Key key() {
        return new VerdictRows.Key(enterpriseId, baseYear, ruleId, subject);
    }
}
