package org.lantian.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.vocabulary.ProblemArea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The national profile, from a zip of its source folder. */
class NationalProfileTest {

    private static final Path SOURCE = Path.of("../../plugins/profile-national/src/main/plugin");

    private static ResolvedProfile profile;

    @BeforeAll
    static void load(@TempDir Path folder) throws IOException {
        Path zip = Zips.write(folder.resolve("national.zip"), Zips.folder(SOURCE));
        try (LoadedPlugins plugins = PluginHost.load(List.of(zip), Set.of())) {
            assertThat(plugins.statuses()).singleElement().extracting(PluginStatus::reason).isEqualTo("");
            profile = plugins.resolve(ProfileRef.parse("national@1.0.0"));
        }
    }

    @ParameterizedTest
    @CsvSource({"table1, 1, 20", "table2, 2, 17", "table3, 3, 6", "table4, 4, 11"})
    void hasTheOutlinesTables(String id, int number, int leaves) {
        TableSpec table = profile.requireTable(id);
        assertThat(table.number()).contains(number);
        assertThat(table.leaves()).hasSize(leaves);
    }

    @Test
    void bindsTheDoubledEnterpriseNameOfTable1ToOneField() {
        assertThat(profile.requireTable("table1").leaves()).filteredOn(column -> column.header().equals("企业名称"))
                .hasSize(2).allSatisfy(column -> assertThat(column.field()).contains(Field.ENTERPRISE_NAME))
                .extracting(ColumnSpec::id).containsExactly("name", "nameAgain");
    }

    @Test
    void bindsEveryColumnToTheCatalogueAndEveryFieldToAColumn() {
        List<ColumnSpec> leaves = profile.tables().stream().flatMap(table -> table.leaves().stream()).toList();
        assertThat(leaves).allSatisfy(column -> assertThat(column.field()).as(column.id()).isPresent());
        assertThat(leaves.stream().map(column -> column.field().orElseThrow()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Field.values());
    }

    @Test
    void usesTheHeadersOfTheOutlineWordForWord() throws IOException {
        Path outline = Path.of("../../../shared/seeds/000_3becec8d05a1cae9.txt");
        assumeTrue(Files.exists(outline), "the outline's text is not beside the checkout");
        String text = Files.readString(outline).replaceAll("\\s", "");
        List<ColumnSpec> columns = profile.tables().stream().filter(table -> table.number().isPresent())
                .flatMap(table -> table.columns().stream()).flatMap(NationalProfileTest::withChildren).toList();
        assertThat(columns).allSatisfy(column -> assertThat(text).contains(
                column.header().replace("{baseYear}", "2024").replaceAll("\\s", "")));
        assertThat(profile.outline()).allSatisfy(node -> assertThat(text).contains(node.heading()));
    }

    @Test
    void hasTwoChaptersWithFiveSectionsThatCarryTheTables() {
        assertThat(profile.outline()).extracting(node -> node.code() + "/" + node.parent().orElse("") + "/"
                + node.ordinal() + "/" + node.tableId().orElse("")).containsExactly("basics//1/", "overview/basics/1/table1",
                        "status/basics/2/table2", "problems/basics/3/table3", "programme//2/", "goals/programme/1/",
                        "tasks/programme/2/table4");
    }

    @Test
    void limitsEachPollutantOfASourceCategoryOnce() {
        assertThat(profile.limits().stream().map(limit -> limit.sourceCategory() + limit.pollutant()))
                .doesNotHaveDuplicates();
        assertThat(profile.limits()).filteredOn(limit -> limit.sourceCategory().equals("燃气锅炉"))
                .extracting(EmissionLimit::id).containsExactly("boiler-gas-pm", "boiler-gas-so2", "boiler-gas-nox");
    }

    @Test
    void hasRulesForAllFiveProblemAreas() {
        assertThat(profile.diagnosisRules().stream().map(DiagnosisRule::area).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ProblemArea.values());
        assertThat(profile.diagnosisRules()).filteredOn(rule -> rule.id().startsWith("outlet-above-limit"))
                .hasSize(4).allSatisfy(rule -> assertThat(rule.text()).contains("年均值超过小时限值"));
    }

    @Test
    void namesNoPlace() {
        String content = profile.json();
        assertThat(new TreeSet<>(Set.of("咸阳", "管城", "沙坡头", "聊城", "陕西", "河南", "宁夏", "山东")))
                .noneMatch(content::contains);
    }

    private static Stream<ColumnSpec> withChildren(ColumnSpec column) {
        return Stream.concat(Stream.of(column), column.children().stream().flatMap(NationalProfileTest::withChildren));
    }
}
