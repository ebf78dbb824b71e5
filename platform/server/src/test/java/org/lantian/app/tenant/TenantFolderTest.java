package org.lantian.app.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.common.DomainException;
import org.lantian.identity.OrgUnitGroupDeclaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TenantFolderTest {

    static final Path TENANTS = Path.of("../../tenants");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"xianyang, shaanxi", "guancheng, henan", "liaocheng, shandong", "shapotou, ningxia"})
    void readsTheFoldersOfTheCheckout(String code, String profile) {
        TenantFolder tenant = TenantFolder.read(TENANTS.resolve(code));

        assertThat(tenant.tenant().code().value()).isEqualTo(code);
        assertThat(tenant.tenant().profile().id()).isEqualTo(profile);
        assertThat(tenant.units().getFirst().regionCode()).contains(tenant.tenant().regionCode());
        assertThat(tenant.groups()).isNotEmpty();
    }

    @Test
    void resolvesGroupsWithTheirExclusions() {
        TenantFolder xianyang = TenantFolder.read(TENANTS.resolve("xianyang"));

        assertThat(units(xianyang, "各分局")).hasSize(15).contains("branch-gaoxin", "branch-jingkai");
        assertThat(units(xianyang, "各分局（不涉及高新、经开）")).hasSize(13)
                .doesNotContain("branch-gaoxin", "branch-jingkai");
    }

    @Test
    void addsMembersToTheBaseOfAGroup() {
        TenantFolder guancheng = TenantFolder.read(TENANTS.resolve("guancheng"));

        assertThat(units(guancheng, "各街道办事处")).hasSize(13).doesNotContain("jindai-zone", "putian");
        assertThat(units(guancheng, "各办事处（园区）")).hasSize(14).contains("jindai-zone", "longhaimalu");
    }

    @Test
    void dividesTheCountiesOfXianyangIntoSouthAndNorth() {
        TenantFolder xianyang = TenantFolder.read(TENANTS.resolve("xianyang"));

        assertThat(Stream.of("市区", "南六县市", "北五县市").flatMap(name -> units(xianyang, name).stream()))
                .containsExactlyInAnyOrderElementsOf(units(xianyang, "各县市区"));
    }

    @Test
    void reportsEveryProblemOfTheYamlFilesWithItsPlace() throws IOException {
        write("tenant.yaml", """
                code: 北京
                name: 示例市
                regionCode: "640502"
                profile: national
                timeZone: Asia/Nowhere
                """);
        write("units.yaml", """
                units:
                  - id: north
                    name: 北区
                    kind: village
                  - {id: south, name: 南区, kind: county, regionCode: "12"}
                  - {id: east, name: 东区, kind: county}
                  - {id: east, name: 东区, kind: county}
                groups:
                  - id: all
                    name: 各区
                    members: [east, west]
                """);

        assertThat(problemsOf(folder)).contains("tenant.yaml:1:7: ", "tenant.yaml:4:10: ", "tenant.yaml:5:11: ",
                "tenant.yaml:1:1: 缺少“bureau”",
                "units.yaml:4:11: “village”无效", "units.yaml:5:5: 行政区划代码“12”无效", "units.yaml:7:10: id“east”重复",
                "units.yaml:11:14: 没有单位“west”");
    }

    @Test
    void rejectsAGroupBuiltOnALaterOne() throws IOException {
        writeTenant();
        write("units.yaml", """
                units:
                  - {id: east, name: 东区, kind: county}
                groups:
                  - {id: some, name: 有关区, of: all}
                  - {id: all, name: 各区, members: [east]}
                """);

        assertThat(problemsOf(folder)).contains("units.yaml:4:31: 没有单位组“all”");
    }

    @Test
    void rejectsTargetsThatDoNotFitTheirKind() throws IOException {
        writeTenant();
        write("units.yaml", "units: [{id: east, name: 东区, kind: county}]\n");
        write("plan.yaml", """
                id: plan
                title: 示例规划
                issuer: 示例局
                issued: 2025-07
                term: {from: 2025, to: 2027}
                baseYear: 2024
                indicators: [{id: pm, name: 颗粒物排放量, unit: 吨}]
                targets:
                  - {id: a, indicator: pm, year: 2027, kind: reduction, value: 6.5, source: 表1}
                  - {id: b, indicator: pm, year: 2027, kind: share, value: 130, source: 表1}
                  - {id: c, indicator: dust, year: 2027, kind: cap, value: 5, source: 表1}
                towns:
                  - {unit: west, enterprises: 1, outputValue: 1}
                """);

        assertThat(problemsOf(folder)).contains("plan.yaml:9:5: 只有kind为reduction的目标写baseYear",
                "plan.yaml:10:5: 百分比value", "plan.yaml:11:24: 没有指标“dust”", "plan.yaml:13:12: 没有单位“west”");
    }

    @Test
    void reportsEveryProblemOfTheCsvFilesWithItsLine() throws IOException {
        writeTenant();
        write("units.yaml", "units: [{id: east, name: 东区, kind: county}]\n");
        write("enterprises.csv", """
                name,credit_code,permit_number,county,town,cluster,industry,grade,transport_amount,transport_mode
                甲厂,91640502MA7600005G,,东区,东镇,甲集群,3140,A,很多,公路
                乙厂,91640502MA7600005G,,东区,东镇,甲集群,3150,A,1.5,公路
                丁厂,91640502MA7600005H,,东区,东镇,甲集群,3140,A,1.5,公路
                丙厂,三个单元格
                """);
        write("equipment.csv", """
                enterprise,name,count,running
                戊厂,矿热炉,2,3
                """);
        write("energy.csv", "enterprise,fuel\n");

        assertThat(problemsOf(folder)).contains("enterprises.csv:2: “transport_amount”的值“很多”不是数字",
                "enterprises.csv:3: 统一社会信用代码“91640502MA7600005G”重复", "enterprises.csv:3: “3150”不是GB/T 4754—2017的小类代码",
                "enterprises.csv:4: 统一社会信用代码“91640502MA7600005H”：", "enterprises.csv:5: 应有10个",
                "equipment.csv:2: enterprises.csv中没有企业“戊厂”", "equipment.csv:2: 运行3台多于总数2台",
                "energy.csv:1: 表头应为");
    }

    @Test
    void namesTheFilesThatAreMissing() {
        assertThat(problemsOf(folder)).contains("tenant.yaml:1:1: 没有这个文件", "units.yaml:1:1: 没有这个文件");
    }

    private static Set<String> units(TenantFolder tenant, String name) {
        Map<String, OrgUnitGroupDeclaration> groups = tenant.groups().stream()
                .collect(Collectors.toMap(OrgUnitGroupDeclaration::code, Function.identity()));
        return groups.values().stream().filter(group -> group.name().equals(name)).findFirst().orElseThrow()
                .units(groups);
    }

    private static String problemsOf(Path folder) {
        return catchThrowableOfType(DomainException.class, () -> TenantFolder.read(folder)).getMessage();
    }

    private void writeTenant() throws IOException {
        write("tenant.yaml", """
                code: example
                name: 示例市
                regionCode: "640502"
                profile: national@1.0.0
                timeZone: Asia/Shanghai
                bureau: 示例局
                """);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
