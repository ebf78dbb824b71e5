package org.lantian.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.plugin.vocabulary.Approval;

/**
 * A workbook's rows gathered by what they speak of.
 *
 * @param drafts enterprises in workbook order
 * @param clusters approval by name of the clusters that table 1 names, in workbook order
 * @param others rows for the extensions
 */
record Assembled(List<EnterpriseDraft> drafts, Map<String, Optional<Approval>> clusters, List<ImportedRow> others) {
}
