package org.lantian.ledger;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.vocabulary.Approval;

/**
 * A workbook held against the ledger: what it would change and what is wrong with it.
 *
 * @param changes enterprises that the workbook speaks of, changed or not
 * @param clusters approval by name of the clusters that table 1 names
 * @param removed ledger enterprises of those clusters that the workbook lacks
 * @param others rows for the extensions
 */
record ImportAnalysis(ResolvedProfile profile, Optional<Integer> baseYear, int rows, List<CellProblem> problems,
        List<EnterpriseChange> changes, Map<String, Optional<Approval>> clusters, List<LedgerEntry> removed,
        List<ImportedRow> others, List<ImportSummary.Extension> extensions) {

    /** Errors of a whole table: no row of it can be trusted. */
    private static final Set<CellProblemCode> OF_TABLES = EnumSet.of(CellProblemCode.HEADER_NOT_FOUND,
            CellProblemCode.COLUMN_MISSING, CellProblemCode.COLUMN_UNIT_DIFFERS, CellProblemCode.BASE_YEAR_CONFLICT,
            CellProblemCode.BASE_YEAR_MISSING);

    boolean rejected() {
        return problems.stream().anyMatch(problem -> problem.isError() && OF_TABLES.contains(problem.code()));
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(CellProblem::isError);
    }

    /** Enterprises of which a row has an error. */
    List<EnterpriseChange> inError() {
        Set<String> places = errorPlaces();
        return changes.stream().filter(change -> change.draft().standsIn(places)).toList();
    }

    /** The changes to be written: those that change something, without the enterprises in error. */
    List<EnterpriseChange> valid() {
        Set<String> places = errorPlaces();
        return changes.stream().filter(EnterpriseChange::changes)
                .filter(change -> !change.draft().standsIn(places)).toList();
    }

    /** Rows for the extensions, without those in error and those of enterprises in error. */
    List<ImportedRow> validOthers() {
        Set<String> places = errorPlaces();
        Set<EnterpriseKey> left = new HashSet<>();
        inError().forEach(change -> left.add(EnterpriseKey.of(change.draft().cluster(), change.draft().name())));
        return others.stream().filter(row -> row.rows().stream().noneMatch(
                number -> places.contains(EnterpriseDraft.place(row.sheet(), number))))
                .filter(row -> !(row.subject() instanceof ImportSubject.OfEnterprise enterprise)
                        || !left.contains(EnterpriseKey.of(enterprise.cluster(), enterprise.name())))
                .toList();
    }

    ImportSummary summary(boolean leftOut) {
        List<EnterpriseChange> counted = leftOut ? valid()
                : changes.stream().filter(EnterpriseChange::changes).toList();
        int added = (int) counted.stream().filter(EnterpriseChange::added).count();
        return new ImportSummary(rows, added, counted.size() - added, removed.size(),
                removed.stream().map(entry -> entry.enterprise().name()).toList(),
                leftOut ? inError().stream().map(change -> change.draft().name()).toList() : List.of(), extensions);
    }

    private Set<String> errorPlaces() {
        Set<String> places = new HashSet<>();
        problems.stream().filter(CellProblem::isError).forEach(problem -> {
            String row = problem.cell().replaceAll("\\D", "");
            if (!row.isEmpty()) {
                places.add(EnterpriseDraft.place(problem.sheet(), Integer.parseInt(row)));
            }
        });
        return places;
    }
}
