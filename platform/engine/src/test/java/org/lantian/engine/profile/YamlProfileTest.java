package org.lantian.engine.profile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.engine.yaml.YamlException;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.ValueType;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.ProblemColumn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class YamlProfileTest {

    private static final String HEAD = "id: base\nversion: 1.2.3\nname: 试验\nregionCode: \"000000\"\n";
    private static final String TABLES = """
            tables:
            - id: table1
              number: 1
              title: "{cluster}情况"
              sheet: 表1
              columns:
              - {id: name, header: 企业名称, field: enterprise.name, requiredWhen: always, width: 6}
              - id: energy
                header: 能源
                columns:
                - {id: amount, header: 消耗量, field: energy.amount, unit: 吨}
                - {id: stars, header: 星级, type: CHOICE, allowed: [一, 二], otherAllowed: true, note: 自报}
              notes: [一家一行]
            """;

    @TempDir
    private Path root;

    @Test
    void readsEveryPartOfAFolderAndOfAZip() throws IOException {
        Map<String, String> files = Map.of("profile.yaml", HEAD, "tables.yaml", TABLES, "outline.yaml", """
                chapters:
                - code: basics
                  heading: 集群基本情况
                  asks: 概述
                  sections:
                  - {code: overview, heading: 集群概况, asks: 分布, table: table1}
                """, "limits.yaml", """
                limits:
                - {id: gas-nox, sourceCategory: 燃气锅炉, pollutant: NOx, value: 50, referenceOxygen: 3.5, \
                source: GB 13271, verified: true}
                """, "techniques.yaml", "lists:\n- {id: low, title: 低效, words: [光催化], source: 测试}\n", "rules.yaml", """
                rules:
                - id: r1
                  subject: TREATMENT
                  finding: isNone(treatment_vocs)
                  area: 治污水平
                  column: 有组织治理方面
                  severity: WARNING
                  text: 无治理
                  source: 测试
                  verified: false
                  inputs: [treatment.vocs]
                """);
        for (var file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        ProfileContribution read = YamlProfile.ofFolder(root);
        assertThat(read.metadata().orElseThrow().ref()).isEqualTo(ProfileRef.parse("base@1.2.3"));
        assertThat(read.outline().get(1).parent()).contains("basics");
        assertThat(read.outline().get(1).tableId()).contains("table1");
        List<ColumnSpec> leaves = read.tables().getFirst().leaves();
        assertThat(leaves.get(1).field()).contains(Field.ENERGY_AMOUNT);
        assertThat(leaves.get(1).type()).isEqualTo(ValueType.DECIMAL);
        assertThat(leaves.get(2).field()).isEmpty();
        assertThat(leaves.get(2).allowed()).containsExactly("一", "二");
        assertThat(read.limits().getFirst().pollutant()).isEqualTo(Pollutant.NOX);
        assertThat(read.limits().getFirst().referenceOxygen().orElseThrow()).isEqualByComparingTo("3.5");
        assertThat(read.diagnosisRules().getFirst().column()).contains(ProblemColumn.ORGANISED);
        assertThat(read.techniqueLists()).hasSize(1);
        Path zip = root.resolve("p.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry("profile/" + file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(YamlProfile.ofZip(zip)).isEqualTo(read);
    }

    @Test
    void readsTheParentAndTheDeletions() throws IOException {
        write("profile.yaml", HEAD + "extends: national@1.0.0\ndeletions: [table1/name]\n");
        ProfileContribution read = YamlProfile.ofFolder(root);
        assertThat(read.metadata().orElseThrow().parent()).isEqualTo(Optional.of(ProfileRef.parse("national@1.0.0")));
        assertThat(read.deletions()).containsExactly("table1/name");
    }

    @Test
    void reportsTheProblemsOfAllFilesWithTheirPlaces() throws IOException {
        write("profile.yaml", HEAD + "extends: national\n");
        write("tables.yaml", TABLES.replace("energy.amount", "energy.amout").replace("  notes", "  remarks"));
        write("limits.yaml", "limits:\n- {id: a, sourceCategory: b, pollutant: 氨, value: 0, source: c, verified: yes}\n");
        write("rule.yaml", "rules: []\n");
        assertThatThrownBy(() -> YamlProfile.ofFolder(root)).isInstanceOf(YamlException.class)
                .hasMessageContaining("profile/profile.yaml:5:10: profile 'national': must be id@version")
                .hasMessageContaining("profile/tables.yaml:11:40: 字段目录中没有“energy.amout”。")
                .hasMessageContaining("profile/tables.yaml:13:3: 未知的键“remarks”")
                .hasMessageContaining("“氨”无效：只能是颗粒物、SO2、NOx、VOCs之一。")
                .hasMessageContaining("“yes”无效").hasMessageContaining("profile/rule.yaml:1:1: 未知的文件");
    }

    @Test
    void needsTheProfileFile() {
        assertThatThrownBy(() -> YamlProfile.ofFolder(root)).isInstanceOf(YamlException.class)
                .hasMessage("profile/profile.yaml:1:1: 缺少此文件。");
    }

    @Test
    void rejectsAFileThatIsNotUtf8() throws IOException {
        write("profile.yaml", HEAD);
        Files.writeString(root.resolve("profile/tables.yaml"), TABLES, Charset.forName("GB18030"));
        assertThatThrownBy(() -> YamlProfile.ofFolder(root)).isInstanceOf(YamlException.class)
                .hasMessage("profile/tables.yaml:1:1: 文件不是UTF-8编码。");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(root.resolve("profile"));
        Files.writeString(root.resolve("profile").resolve(name), text);
    }
}
