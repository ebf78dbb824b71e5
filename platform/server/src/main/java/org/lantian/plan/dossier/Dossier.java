package org.lantian.plan.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.lantian.diagnosis.DataGap;
import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.MeanBelowLimit;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.PermitComparison;
import org.lantian.ledger.PermitHolder;
import org.lantian.ledger.history.FieldChange;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.register.RegisterEntry;
import org.lantian.plan.measure.Measure;

/**
 * What is kept of one enterprise.
 *
 * @param city printed name of the tenant's city or county
 * @param entry the ledger of one year
 * @param permit whether the permit is the enterprise's own
 * @param comparisons 台账—许可—实际 of that year
 * @param registers where it stands or stood, with the register's name
 * @param findings of that year
 * @param measures of its cluster that are about it
 * @param changes the newest ones first
 * @param first how it came into the ledger; empty for one older than the history
 * @param changeCount how many there are in all
 * @param name what changed, in words
 */
record Dossier(String city, ResolvedProfile profile, LedgerEntry entry, PermitHolder permit, List<PermitComparison> comparisons,
        List<Map.Entry<String, RegisterEntry>> registers, List<Finding> findings, List<DataGap> gaps,
        List<MeanBelowLimit> means, List<Measure> measures, List<LedgerChange> changes,
        Optional<LedgerChange> first, long changeCount,
        Function<FieldChange, String> name) {
}
