package org.lantian.app.tenant;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.document.WorkbookReader;
import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.ProfileResolver;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.profile.YamlProfile;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.Grid;
import org.lantian.engine.sheet.RowReading;
import org.lantian.engine.sheet.TableReading;
import org.lantian.engine.sheet.WorkbookInterpreter;
import org.lantian.engine.sheet.WorkbookReading;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample workbook is read back as an import would read it. */
class SampleWorkbookTest {

    private final ResolvedProfile profile = national();
    private final List<Grid> sheets = WorkbookReader.read(workbook());
    private final WorkbookReading reading = new WorkbookInterpreter(profile.tables(), Industries.standard())
            .read(sheets);

    @Test
    void marksEverySheetAsSampleData() {
        assertThat(sheets).filteredOn(grid -> !grid.hidden()).hasSize(9).allSatisfy(
                grid -> assertThat(grid.rows().getFirst().find(0).orElseThrow().text()).startsWith("示例数据"));
    }

    @Test
    void isReadBackWithoutAnyError() {
        assertThat(reading.problems()).filteredOn(CellProblem::isError).isEmpty();
        assertThat(reading.stamp()).get().satisfies(stamp -> {
            assertThat(stamp.baseYear()).isEqualTo(2024);
            assertThat(stamp.hash()).isEqualTo(profile.hash());
        });
    }

    @Test
    void hasARowForEachEnterpriseInTables1And2And4() {
        assertThat(List.of("table1", "table2", "table4", "enterprises")).allSatisfy(
                id -> assertThat(table(id).rows().size()).as(id).isEqualTo(69));
        assertThat(table("outlets").rows().stream().mapToInt(row -> row.lines(FieldGroup.OUTLET).size()).sum())
                .isEqualTo(136);
        assertThat(reading.tables()).filteredOn(table -> table.table().id().equals("table3"))
                .allSatisfy(table -> assertThat(table.rows()).isEmpty());
    }

    @Test
    void keepsTheLinesOfAGroupTogether() {
        RowReading shengjin = row("table1", "胜金硅业");
        assertThat(shengjin.lines(FieldGroup.PRODUCT)).hasSize(3);
        assertThat(shengjin.lines(FieldGroup.PRODUCT).get(1).find(Field.PRODUCT_NAME).orElseThrow().text())
                .contains("高硅低铝硅铁");
        assertThat(shengjin.lines(FieldGroup.PRODUCT).get(1).find(Field.PRODUCT_OUTPUT).orElseThrow().number())
                .contains(new BigDecimal("2.10"));

        RowReading cement = row("table2", "示例水泥01厂");
        assertThat(cement.lines(FieldGroup.TREATMENT)).hasSize(3);
        assertThat(cement.lines(FieldGroup.TREATMENT).getFirst().find(Field.TREATMENT_REDUCTANT).orElseThrow().text())
                .contains("氨水");
    }

    @Test
    void joinsCityAndClusterWithoutSayingThePlaceTwice() {
        assertThat(SampleWorkbook.joined("中卫市沙坡头区", "沙坡头区涉气产业集群")).isEqualTo("中卫市沙坡头区涉气产业集群");
        assertThat(SampleWorkbook.joined("甲市", "乙集群")).isEqualTo("甲市乙集群");
        assertThat(SampleWorkbook.joined("甲市", "")).isEqualTo("甲市");
    }

    private TableReading table(String id) {
        return reading.tables().stream().filter(table -> table.table().id().equals(id)).findFirst().orElseThrow();
    }

    private RowReading row(String table, String name) {
        return table(table).rows().stream()
                .filter(row -> row.text(Field.ENTERPRISE_NAME).equals(Optional.of(name))).findFirst().orElseThrow();
    }

    private byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleWorkbook.write(TenantFolder.read(TenantFolderTest.TENANTS.resolve("shapotou")), profile, out);
        return out.toByteArray();
    }

    private static ResolvedProfile national() {
        ProfileContribution own = YamlProfile.ofFolder(Path.of("../../plugins/profile-national/src/main/plugin"));
        return ProfileResolver.resolve(own.metadata().orElseThrow().ref(), ref -> Optional.of(own));
    }
}
