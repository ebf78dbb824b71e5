package org.lantian.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Progress;
import org.lantian.common.Progress.Step;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.profile.Profiles;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A long import tells how far it is, phase by phase and in parts that are counted. */
class ImportProgressTest extends DatabaseTest {

    private static final int ENTERPRISES = 2_300;
    private static final Options STRICT = new Options(Optional.empty(), false, false);

    @Inject
    LedgerImports imports;
    @Inject
    LedgerWorkbooks workbooks;
    @Inject
    Profiles profiles;

    @Test
    void everyPhaseCountsItsPartsToTheEnd() {
        byte[] large = Workbooks.empty().table1(IntStream.range(0, ENTERPRISES)
                .mapToObj(i -> Workbooks.enterprise("甲集群", "第" + i + "公司")).toArray(String[]::new)).bytes();
        List<Step> steps = new CopyOnWriteArrayList<>();
        Report report = following(steps, () -> asOperator(tenant, () -> imports.importNow("台账.xlsx", large, STRICT)));
        assertThat(report.committed()).isTrue();
        Map<String, List<Step>> phases = phases(steps);
        assertThat(phases.keySet()).containsExactly("读取工作簿", "识别表格", "与台账核对", "写入台账", "写入企业", "写入明细", "记录变更");
        assertThat(phases.get("读取工作簿")).extracting(Step::done).containsExactly(0, 1_000, 2_000);
        assertThat(phases.get("识别表格")).extracting(Step::text).contains("识别表格 1,000/2,302 行", "识别表格 2,302/2,302 行");
        assertThat(phases.get("与台账核对")).extracting(Step::text).contains("与台账核对 2,000/2,300 家",
                "与台账核对 2,300/2,300 家");
        assertThat(phases.get("写入企业").getLast().text()).isEqualTo("写入企业 2,300/2,300 家");
        for (List<Step> counted : phases.values()) {
            assertThat(counted).extracting(Step::done).isSorted();
            assertThat(counted).extracting(Step::finished).containsOnly(false);
            assertThat(counted.getLast()).matches(step -> step.total() == 0 || step.done() == step.total());
        }
        List<Step> ofExport = new ArrayList<>();
        following(ofExport, () -> asOperator(tenant, () -> {
            workbooks.writeLedger(profiles.current(), 2024, java.io.OutputStream.nullOutputStream());
            return 0;
        }));
        assertThat(ofExport).extracting(Step::text).contains("读取台账", "写入“表1 集群基本信息” 2,000/2,300 行");
        assertThat(asOperator(other, () -> imports.find(report.importId().orElseThrow()))).isEmpty();
    }

    private static Map<String, List<Step>> phases(List<Step> steps) {
        Map<String, List<Step>> phases = new LinkedHashMap<>();
        steps.forEach(step -> phases.computeIfAbsent(step.step(), name -> new ArrayList<>()).add(step));
        return phases;
    }

    private static <T> T following(List<Step> steps, Supplier<T> work) {
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty().plus(new Progress(steps::add)).propagate()) {
            return work.get();
        }
    }
}
