package org.lantian.diagnosis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.CellValue;
import org.lantian.ledger.ImportSubject;
import org.lantian.ledger.ImportedRow;
import org.lantian.ledger.LedgerExtension;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lantian.diagnosis.SmallLedger.YEAR;

class ImportedFindingsTest extends DatabaseTest {

    @Inject
    ImportedFindings imported;
    @Inject
    Diagnosis diagnosis;
    @Inject
    Findings findings;
    @Inject
    Profiles profiles;
    @Inject
    JdbcOperations jdbc;

    private TenantCode city = new TenantCode("unset");
    private long enterprise;

    @BeforeEach
    void makeLedger() {
        city = freshTenant();
        asOperator(city, () -> {
            SmallLedger ledger = new SmallLedger(jdbc);
            enterprise = ledger.enterprise(ledger.cluster("铁合金集群"), "敞开公司", "C级");
            ledger.treatment(enterprise, "破碎", "外部集气罩");
            return enterprise;
        });
    }

    @Test
    void takesTheTextOfEachColumn() {
        LedgerExtension.Outcome outcome = take(Map.of(Field.FINDING_FUGITIVE, "料场未封闭", Field.FINDING_TRANSPORT, "无门禁"));

        assertThat(outcome.added()).isEqualTo(2);
        assertThat(list()).extracting(Finding::origin).containsOnly(FindingOrigin.IMPORT);
        assertThat(list()).extracting(finding -> finding.content().text()).containsExactly("料场未封闭", "无门禁");
        assertThat(list()).extracting(finding -> finding.content().column().orElseThrow())
                .containsExactly(ProblemColumn.FUGITIVE, ProblemColumn.TRANSPORT);
        assertThat(list()).extracting(finding -> finding.content().area()).containsExactly(ProblemArea.TREATMENT,
                ProblemArea.TRANSPORT);
    }

    @Test
    void changesNothingWhenRepeatedAndOnlyTheTextWhenEdited() {
        take(Map.of(Field.FINDING_FUGITIVE, "料场未封闭"));
        LedgerExtension.Outcome repeated = take(Map.of(Field.FINDING_FUGITIVE, "料场未封闭"));
        LedgerExtension.Outcome edited = take(Map.of(Field.FINDING_FUGITIVE, "料场半封闭"));

        assertThat(repeated).isEqualTo(new LedgerExtension.Outcome(0, 0, List.of()));
        assertThat(edited).isEqualTo(new LedgerExtension.Outcome(0, 1, List.of()));
        assertThat(list()).extracting(finding -> finding.content().text()).containsExactly("料场半封闭");
    }

    @Test
    void removesAnOpenTextOnlyWhereTheCellSaysNone() {
        take(Map.of(Field.FINDING_FUGITIVE, "料场未封闭"));
        take(Map.of(Field.FINDING_FUGITIVE, ""));
        assertThat(list()).hasSize(1);
        take(Map.of(Field.FINDING_FUGITIVE, "/"));
        assertThat(list()).isEmpty();
    }

    @Test
    void doesNotDoubleWhatTheRulesFound() {
        asOperator(city, () -> diagnosis.run(Optional.empty(), Optional.of(YEAR)));
        String printed = list().getFirst().content().text();

        assertThat(take(Map.of(Field.FINDING_FUGITIVE, "1." + printed + "\n2.料场未封闭")).added()).isEqualTo(1);
        assertThat(list()).filteredOn(finding -> finding.origin() == FindingOrigin.IMPORT)
                .extracting(finding -> finding.content().text()).containsExactly("2.料场未封闭");
        assertThat(take(Map.of(Field.FINDING_ORGANISED, printed)).added()).isZero();
    }

    @Test
    void isLeftAloneByARunOfTheRules() {
        take(Map.of(Field.FINDING_GRADE, "绩效等级偏低"));
        asOperator(city, () -> diagnosis.run(Optional.empty(), Optional.of(YEAR)));

        assertThat(list()).filteredOn(finding -> finding.origin() == FindingOrigin.IMPORT).hasSize(1);
    }

    @Test
    void previewsWithoutWriting() {
        LedgerExtension.Rows rows = rows(Optional.empty(), Map.of(Field.FINDING_GRADE, "绩效等级偏低"));

        assertThat(asOperator(city, () -> imported.preview(rows)).added()).isEqualTo(1);
        assertThat(list()).isEmpty();
    }

    private LedgerExtension.Outcome take(Map<Field, String> cells) {
        LedgerExtension.Rows rows = rows(Optional.of(enterprise), cells);
        return asOperator(city, () -> imported.commit(rows));
    }

    private LedgerExtension.Rows rows(Optional<Long> id, Map<Field, String> texts) {
        Map<Field, CellReading> cells = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> cells.put(field, new CellReading(column(field), "C5", text, value(text))));
        return new LedgerExtension.Rows(tenants.read(city, profiles::current), YEAR,
                List.of(new ImportedRow(new ImportSubject.OfEnterprise(id, "铁合金集群", "敞开公司"), "表3", List.of(5), cells)));
    }

    private static CellValue value(String text) {
        return switch (text) {
            case "" -> new CellValue.Absent();
            case "/" -> new CellValue.None(text);
            default -> new CellValue.Text(text);
        };
    }

    private static ColumnSpec column(Field field) {
        return new ColumnSpec(field.id(), field.meaning(), List.of(), Optional.of(field), field.type(),
                Optional.empty(), List.of(), false, "never", "", 5, List.of());
    }

    private List<Finding> list() {
        return tenants.read(city, () -> findings.list(FindingFilter.all(), 0, 100));
    }
}
