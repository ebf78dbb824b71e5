package org.lantian.plan;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.app.tenant.SampleWorkbook;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.ledger.LedgerImports;
import org.lantian.plan.draft.MeasureFacts.Method;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.MeasureInput;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.UpgradeType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeasuresTest extends PlanTest {

    @Inject
    JdbcOperations jdbc;

    @Test
    void tableFourOfAWorkbookBecomesMeasuresAndRepeatingItChangesNothing() {
        List<Measure> before = inTenant(() -> measures.listOfCluster(cluster));
        assertThat(before).filteredOn(Measure::imported).hasSize(69);
        LedgerImports.Report again = inTenant(() -> {
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            SampleWorkbook.write(TenantFolder.read(Path.of("../../tenants/shapotou")), profiles.current(), workbook);
            return imports.importNow("台账.xlsx", workbook.toByteArray(),
                    new LedgerImports.Options(Optional.empty(), false, false));
        });
        assertThat(again.summary().extensions()).filteredOn(one -> one.group() == FieldGroup.MEASURE)
                .allSatisfy(one -> assertThat(one.added() + one.changed()).isZero());
        assertThat(inTenant(() -> measures.listOfCluster(cluster))).isEqualTo(before);
        boolean leaked = asOperator(other, () -> jdbc.<Boolean>prepareStatement("SELECT 1 FROM measure",
                query -> query.executeQuery().next()));
        assertThat(leaked).isFalse();
    }

    @Test
    void whatAPersonEnteredIsKeptAndSaysSo() {
        Measure manual = named("示例农副10厂");
        assertThat(manual.reduction().manual()).isTrue();
        assertThat(manual.reduction().parts().get(Pollutant.NOX).tonnes()).contains(new BigDecimal("0.42"));
        Measure computed = named("三元中泰");
        assertThat(computed.reduction().parts().get(Pollutant.PM)).satisfies(part -> {
            assertThat(part.method()).isEqualTo(Method.COMPUTED);
            assertThat(part.explanation().orElseThrow().inputs()).isNotEmpty();
        });
    }

    @Test
    void aClusterRowStandsForAllItsEnterprises() {
        Measure whole = inTenant(() -> measures.create(input(Optional.empty(), UpgradeType.RETROFIT, "")));
        assertThat(whole.subject()).isEqualTo("沙坡头区涉气产业集群");
        assertThat(whole.reduction().tonnes()).isEmpty();
        inTenant(() -> {
            measures.delete(whole.id(), whole.rowVersion());
            return whole;
        });
        assertThatThrownBy(() -> inTenant(() -> measures.require(whole.id()))).isInstanceOf(DomainException.class);
    }

    @Test
    void refusesAnEnterpriseOfAnotherCluster() {
        assertThatThrownBy(() -> inTenant(() -> measures.create(input(Optional.of(987654L), UpgradeType.RETROFIT, ""))))
                .isInstanceOf(UserErrorsException.class).hasMessageContaining("不在该集群");
    }

    @Test
    void aSecondWriterIsToldOfTheConflict() {
        Measure created = inTenant(() -> measures.create(input(Optional.empty(), UpgradeType.RETROFIT, "先")));
        inTenant(() -> measures.revise(created.id(), created.rowVersion(),
                input(Optional.empty(), UpgradeType.EXCELLENCE, "后")));
        assertThatThrownBy(() -> inTenant(() -> measures.revise(created.id(), created.rowVersion(),
                input(Optional.empty(), UpgradeType.RETROFIT, "迟")))).isInstanceOfSatisfying(DomainException.class,
                        refused -> assertThat(refused.category()).isEqualTo(ErrorCategory.CONFLICT));
        inTenant(() -> {
            measures.delete(created.id(), created.rowVersion() + 1);
            return created;
        });
    }

    @Test
    void wordsThatRestOnOlderDataBecomeStale() {
        Plan plan = compose();
        Clause total = clause(plan, "goals.total");
        inTenant(() -> revise(total.id(), total.rowVersion(), total.text().replace("累计", "合计")));
        Measure extra = inTenant(() -> measures.create(new MeasureInput(cluster,
                named("示例商混01厂").input().enterprise(), List.of(), UpgradeType.RETROFIT, Map.of(), "",
                deadline(), List.of(), Map.of(Pollutant.PM, new BigDecimal("7.77")), Optional.empty())));
        Plans.Composed again = inTenant(() -> plans.recompose(plan.id()));
        assertThat(again.stale()).isEqualTo(1);
        Clause after = clause(plan, "goals.total");
        assertThat(after.stale()).isTrue();
        assertThat(after.text()).contains("合计");
        assertThat(after.draftedText()).contains("累计").isNotEqualTo(total.text());
        inTenant(() -> {
            measures.delete(extra.id(), extra.rowVersion());
            return extra;
        });
    }

    private Clause clause(Plan plan, String key) {
        return inTenant(() -> plans.clauses(plan.id())).stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow();
    }

    private Measure named(String subject) {
        return inTenant(() -> measures.listOfCluster(cluster)).stream()
                .filter(measure -> measure.subject().equals(subject)).findFirst().orElseThrow();
    }

    private MeasureInput input(Optional<Long> enterprise, UpgradeType type, String goal) {
        return new MeasureInput(cluster, enterprise, List.of(), type, Map.of(), goal, deadline(), List.of(), Map.of(),
                Optional.empty());
    }

    private static MeasureInput.Deadline deadline() {
        return new MeasureInput.Deadline(LocalDate.of(2026, 6, 30), "2026年6月", Precision.MONTH);
    }
}
