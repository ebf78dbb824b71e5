package org.lantian.ledger;

import java.util.List;

import org.lantian.plugin.table.FieldGroup;

/**
 * What an import does, in numbers.
 *
 * @param rows sheet rows with data
 * @param added enterprises that are new
 * @param changed enterprises that differ
 * @param removed enterprises of the named clusters that the workbook does not have; they are only reported
 * @param removedNames their names
 * @param left names of the enterprises that were left out because of errors
 * @param extensions what other features take of it
 */
public record ImportSummary(int rows, int added, int changed, int removed, List<String> removedNames,
        List<String> left, List<Extension> extensions) {

    public ImportSummary {
        removedNames = List.copyOf(removedNames);
        left = List.copyOf(left);
        extensions = List.copyOf(extensions);
    }

    /** Records of a group of fields that are not the ledger's own. */
    public record Extension(FieldGroup group, int added, int changed) {
    }
}
