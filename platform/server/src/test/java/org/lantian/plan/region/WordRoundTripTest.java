package org.lantian.plan.region;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.app.tenant.TenantContent;
import org.lantian.app.tenant.TenantDeclaration;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.document.SourceDocuments;
import org.lantian.engine.diff.ClauseChange;
import org.lantian.engine.diff.ClauseDiff;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.PlanClauses;
import org.lantian.engine.reading.PlanReader;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan that goes out as Word comes back as the same plan, and edits made there come back as those edits. */
class WordRoundTripTest extends DatabaseTest {

    private static final Path TENANTS = Path.of("../../tenants");

    @Inject
    TenantContent content;
    @Inject
    Profiles profiles;
    @Inject
    RegionalPlans plans;
    @Inject
    RegionalRendering rendering;
    @Inject
    FileStore files;

    /** A plan of a city, its profile and its Word file. */
    private record Exported(ReadPlan plan, ResolvedProfile profile, byte[] word) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"xianyang", "guancheng", "liaocheng", "shapotou"})
    void comesBackAsTheSamePlan(String city) {
        Exported exported = export(city);
        ReadPlan back = read(exported, exported.word());

        assertThat(ClauseDiff.of(PlanClauses.of(exported.plan()), PlanClauses.of(back))).isEmpty();
        assertThat(back.unread()).isEmpty();
        assertThat(back.items().map(item -> item.no() + item.roles())).containsExactlyElementsOf(
                exported.plan().items().map(item -> item.no() + item.roles()).toList());
        assertThat(back.tables()).extracting(table -> table.rows().size())
                .containsExactlyElementsOf(exported.plan().tables().stream().map(table -> table.rows().size()).toList());
    }

    @Test
    void editsComeBackAsThoseEdits() throws IOException {
        Exported exported = export("xianyang");
        byte[] edited = rewrite(exported.word(), xml -> {
            String once = xml.replaceFirst("责任领导：刘鲲", "责任领导：刘鲲、示例人");
            int paragraph = once.indexOf("<w:p>", once.indexOf("责任领导：刘鲲、示例人"));
            return once.substring(0, paragraph) + "<w:p><w:r><w:t>新增一段说明文字，用于核对读回的结果。</w:t></w:r></w:p>"
                    + once.substring(paragraph);
        });

        List<ClauseChange> changes = ClauseDiff.of(PlanClauses.of(exported.plan()), PlanClauses.of(read(exported, edited)));

        assertThat(changes).hasSize(2).anySatisfy(change -> {
            assertThat(change.kind()).isEqualTo(ClauseChange.Kind.CHANGED);
            assertThat(change.after().orElseThrow().text()).contains("示例人");
        }).anySatisfy(change -> assertThat(change.after().orElseThrow().text()).contains("新增一段说明文字"));
    }

    @Test
    void anEditedRoleInABracketIsOneChange() throws IOException {
        Exported exported = export("liaocheng");
        byte[] edited = rewrite(exported.word(), xml -> xml.replaceFirst("市工业和信息化局牵头；", "市示例局、市工业和信息化局牵头；"));

        List<ClauseChange> changes = ClauseDiff.of(PlanClauses.of(exported.plan()), PlanClauses.of(read(exported, edited)));

        assertThat(changes).singleElement().satisfies(change -> assertThat(change.after().orElseThrow().text())
                .contains("市示例局"));
    }

    private Exported export(String city) {
        TenantFolder read = TenantFolder.read(TENANTS.resolve(city));
        ResolvedProfile profile = profiles.require(read.tenant().profile());
        TenantCode code = freshTenant();
        TenantDeclaration declared = read.tenant();
        provisioning.apply(new Provisioning.Declaration(code, declared.name(), declared.regionCode(),
                profile.ref().toString(), profile.hash()));
        return asOperator(code, () -> {
            content.apply(new TenantFolder(new TenantDeclaration(code, declared.name(), declared.regionCode(),
                    declared.profile(), declared.timeZone(), declared.baseYear(), declared.bureau()), read.units(),
                    read.groups(), read.plan(), read.rows()));
            RegionalPlan plan = plans.list(0, 1).getFirst();
            StoredFile file = rendering.renderWord(plan, RegionalRendering.Template.REGION);
            return new Exported(plans.content(plan.id()), profile, files.read(file.id()));
        });
    }

    private static ReadPlan read(Exported exported, byte[] word) {
        return PlanReader.read(SourceDocuments.read("plan.docx", word), exported.profile().grammar(),
                exported.profile().ref().toString());
    }

    /** The file with its main part changed. */
    private static byte[] rewrite(byte[] word, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(word));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    String before = new String(part, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    part = after.getBytes(StandardCharsets.UTF_8);
                }
                zip.write(part);
            }
        }
        return out.toByteArray();
    }
}
