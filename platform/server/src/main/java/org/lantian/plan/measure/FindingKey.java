package org.lantian.plan.measure;

import org.lantian.diagnosis.Finding;

/**
 * What names a finding over the years and over repeated diagnoses: whose it is, of which rule, on which row.
 *
 * @param rule rule id, or {@code import} and the column's name
 * @param subject natural key of the enterprise's row; blank for the enterprise itself
 */
public record FindingKey(long enterprise, String rule, String subject) {

    public static FindingKey of(Finding finding) {
        return new FindingKey(finding.enterpriseId(), finding.content().ruleId(), finding.content().subject());
    }
}
