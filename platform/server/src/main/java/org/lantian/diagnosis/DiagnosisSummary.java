package org.lantian.diagnosis;

import java.util.List;

import org.lantian.plugin.rule.Severity;

/**
 * What a run gave.
 *
 * @param enterprises enterprises judged
 * @param findings findings that hold now, by rule and severity, in the order of the rules
 * @param unknowns verdicts that could not be given for lack of data
 * @param belowLimit annual means below an hourly limit, which prove nothing
 * @param added findings that are new
 * @param changed findings whose content is new
 * @param removed open findings that hold no longer
 */
public record DiagnosisSummary(int baseYear, int enterprises, List<RuleCount> findings, int unknowns, int belowLimit, int added,
        int changed, int removed) {

    /** Number of findings of one rule. */
    public record RuleCount(String ruleId, Severity severity, int count) {
    }

    public DiagnosisSummary {
        findings = List.copyOf(findings);
    }

    /** All findings of all rules. */
    public int total() {
        return findings.stream().mapToInt(RuleCount::count).sum();
    }
}
