package org.lantian.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.UserErrorsException;
import org.lantian.document.PageSetting;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IssuingTest extends PlanTest {

    @Inject
    FileStore files;
    @Inject
    JdbcOperations jdbc;

    @Test
    void rendersADraftAsWordWithABookmarkForEachClause() throws IOException {
        Plan plan = compose();
        StoredFile file = inTenant(() -> issuing.renderWord(plan.id(), PageSetting.GB9704_STRICT, false));
        String body = part(inTenant(() -> files.read(file.id())), "word/document.xml");
        for (Clause clause : inTenant(() -> plans.clauses(plan.id()))) {
            assertThat(body).contains("w:name=\"c_" + clause.id() + "\"");
        }
        assertThat(body).contains("沙坡头区涉气产业集群", "大气污染防治水平提升工作方案", "（草稿）");
        assertThat(file.name()).endsWith(".docx");
    }

    @Test
    void anIssuedPlanIsFrozenAndPrintsTheSameAfterTheLedgerChanged() throws IOException {
        Plan plan = approved();
        Issuing.Issued issued = inTenant(() -> issuing.issue(plan.id(), plan.rowVersion(), "卫沙政办发〔2026〕3号", IssueTexts.none(), false));
        assertThat(issued.plan().state()).isEqualTo(Plan.State.ISSUED);
        assertThat(issued.version().sha256()).matches("[0-9a-f]{64}");
        String before = part(inTenant(() -> files.read(issued.word().id())), "word/document.xml");
        assertThat(before).contains("（卫沙政办发〔2026〕3号）");
        inTenant(() -> jdbc.prepareStatement("UPDATE enterprise SET name = name || '改'", update -> update.executeUpdate()));
        StoredFile again = inTenant(() -> issuing.renderWord(plan.id(), PageSetting.GB9704_STRICT, false));
        inTenant(() -> jdbc.prepareStatement("UPDATE enterprise SET name = left(name, -1)",
                update -> update.executeUpdate()));
        assertThat(part(inTenant(() -> files.read(again.id())), "word/document.xml")).isEqualTo(before);
        assertThat(inTenant(() -> plans.documents(List.of(issued.version().id()))).get(issued.version().id()))
                .extracting(IssuedDocument::kind)
                .containsExactly(IssuedDocument.Kind.WORD, IssuedDocument.Kind.WORKBOOK);
    }

    @Test
    void anIssuedPlanCanNotBeChanged() {
        Plan plan = approved();
        inTenant(() -> issuing.issue(plan.id(), plan.rowVersion(), "卫沙政办发〔2026〕4号", IssueTexts.none(), false));
        Clause clause = inTenant(() -> plans.clauses(plan.id())).getLast();
        assertRefused(ErrorCategory.FAILED_PRECONDITION, () -> plans.recompose(plan.id()));
        assertRefused(ErrorCategory.FAILED_PRECONDITION, () -> revise(clause.id(), clause.rowVersion(), "改"));
        assertRefused(ErrorCategory.FAILED_PRECONDITION, () -> issuing.issue(plan.id(), plan.rowVersion(), "卫〔2026〕9号", IssueTexts.none(), false));
        assertThatThrownBy(() -> inTenant(() -> jdbc.prepareStatement("UPDATE plan_version SET tree = ''",
                update -> update.executeUpdate()))).hasMessageContaining("permission denied");
    }

    @Test
    void aPlanIsIssuedOnlyAfterItsApproval() {
        Plan plan = compose();
        assertRefused(ErrorCategory.FAILED_PRECONDITION,
                () -> issuing.issue(plan.id(), plan.rowVersion(), "卫沙政办发〔2026〕5号", IssueTexts.none(), false));
        assertThat(inTenant(() -> plans.require(plan.id())).state()).isEqualTo(Plan.State.DRAFT);
    }

    @Test
    void aNumberIsUsedOnce() {
        Plan first = approved();
        Plan second = approved();
        inTenant(() -> issuing.issue(first.id(), first.rowVersion(), "卫沙政办发〔2026〕6号", IssueTexts.none(), false));
        assertThatThrownBy(() -> inTenant(() -> issuing.issue(second.id(), second.rowVersion(), "卫沙政办发〔2026〕6号", IssueTexts.none(), false)))
                .isInstanceOf(UserErrorsException.class).hasMessageContaining("已被使用");
    }

    @Test
    void issuingAPlanThatChangedSinceIsAConflict() {
        Plan plan = approved();
        assertRefused(ErrorCategory.CONFLICT, () -> issuing.issue(plan.id(), plan.rowVersion() - 1, "卫沙政办发〔2026〕7号", IssueTexts.none(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"聊政办发[2019]11号", "聊政办发〔2019〕011号", "聊政办发〔19〕11号", "聊政办发〔2019〕第11号", "〔2019〕11号", "聊政办发〔2019〕11"})
    void refusesNumbersOfAnotherForm(String number) {
        assertThatThrownBy(() -> new DocumentNumber(number)).isInstanceOf(UserErrorsException.class);
    }

    @Test
    void takesANumberAsTheStandardWritesIt() {
        assertThat(new DocumentNumber("聊政办发〔2019〕11号").value()).isEqualTo("聊政办发〔2019〕11号");
    }

    private void assertRefused(ErrorCategory category, java.util.function.Supplier<?> work) {
        assertThatThrownBy(() -> inTenant(work)).isInstanceOfSatisfying(DomainException.class,
                refused -> assertThat(refused.category()).isEqualTo(category));
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }
}
