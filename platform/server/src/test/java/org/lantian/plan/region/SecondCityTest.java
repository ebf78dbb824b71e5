package org.lantian.plan.region;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.app.tenant.TenantContent;
import org.lantian.app.tenant.TenantDeclaration;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.region.TemplateSection;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A second, fictitious city works on each profile, and nothing of the first city shows. */
class SecondCityTest extends DatabaseTest {

    private static final Path TENANTS = Path.of("../../tenants");

    @Inject
    TenantContent content;
    @Inject
    Profiles profiles;
    @Inject
    RegionalPlans plans;
    @Inject
    RegionalRendering rendering;

    @ParameterizedTest
    @CsvSource({"shaanxi, xianyang", "henan, guancheng", "shandong, liaocheng", "ningxia, shapotou"})
    void composesAPlanOfAnotherCity(String profile, String first) throws IOException {
        ResolvedProfile resolved = profiles.requireInstalled(profile);
        TenantCode city = freshTenant();
        apply(city, folder(resolved), resolved);

        Document region = document(city, RegionalRendering.Template.REGION);
        Document outline = document(city, RegionalRendering.Template.OUTLINE);
        String text = text(region) + text(outline);
        assertThat(text(region)).contains("虚川市方案", "完善台账", "虚川市大气处");
        assertThat(text(outline)).contains("重点任务", "与大纲的对照");
        assertThat(headings(region)).hasSize((int) resolved.region().sections().size());
        for (String word : ownWords(first)) {
            assertThat(text + resolved.json()).doesNotContain(word);
        }
    }

    @ParameterizedTest
    @CsvSource({"xianyang, 37, 责任领导：刘鲲", "guancheng, 27, 配合单位：区工信局、区生态环境分局",
            "liaocheng, 26, 市工业和信息化局牵头；市发展改革委、市自然资源和规划局、市生态环境局配合", "shapotou, 7, 专栏  优化产业空间布局"})
    void printsTheFirstCityInItsOwnForm(String first, int items, String words) {
        TenantFolder folder = TenantFolder.read(TENANTS.resolve(first));
        TenantCode city = freshTenant();
        apply(city, folder, profiles.require(folder.tenant().profile()));

        Document region = document(city, RegionalRendering.Template.REGION);
        assertThat(region.blocks().stream().filter(Block.Item.class::isInstance)).hasSize(items);
        assertThat(text(region)).contains(words);
        for (RegionalRendering.Template template : RegionalRendering.Template.values()) {
            assertThat(asOperator(city, () -> rendering.renderWord(plans.list(0, 1).getFirst(), template)).size())
                    .isGreaterThan(5_000);
        }
        assertThat(region.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast)
                .mapToInt(table -> table.rows().size()).max().orElse(0)).isEqualTo(Map.of("liaocheng", 72, "shapotou", 7)
                        .getOrDefault(first, 0));
    }

    private Document document(TenantCode city, RegionalRendering.Template template) {
        return asOperator(city, () -> rendering.document(plans.list(0, 1).getFirst(), template));
    }

    private void apply(TenantCode code, TenantFolder read, ResolvedProfile profile) {
        TenantDeclaration declared = read.tenant();
        provisioning.apply(new Provisioning.Declaration(code, declared.name(), declared.regionCode(),
                profile.ref().toString(), profile.hash()));
        asOperator(code, () -> content.apply(new TenantFolder(new TenantDeclaration(code, declared.name(),
                declared.regionCode(), declared.profile(), declared.timeZone(), declared.baseYear(), declared.bureau()),
                read.units(), read.groups(), read.plan(), read.rows())));
    }

    /** A small city that uses every section of the template. */
    private static TenantFolder folder(ResolvedProfile profile) throws IOException {
        Path folder = Files.createTempDirectory("second-city");
        ProfileRef ref = profile.ref();
        Files.writeString(folder.resolve("tenant.yaml"), "code: xuchuan\nname: 虚川市\nregionCode: \"990100\"\nprofile: " + ref
                + "\ntimeZone: Asia/Shanghai\nbureau: 虚川市生态环境局\n");
        Files.writeString(folder.resolve("units.yaml"), """
                units:
                  - id: xuchuan
                    name: 虚川市
                    kind: city
                    children:
                      - {id: air, name: 虚川市大气处, kind: office}
                      - {id: east, name: 东虚分局, kind: branch}
                """);
        StringBuilder plan = new StringBuilder("id: xuchuan-2030\ntitle: 虚川市方案\nissuer: 虚川市生态环境局\nissued: 2030-01\n"
                + "term: {from: 2030, to: 2030}\nbaseYear: 2029\nsections:\n");
        int no = 0;
        for (TemplateSection section : profile.region().sections()) {
            plan.append("- id: ").append(section.id()).append("\n  heading: ").append(section.id()).append("\n");
            if (section.content() == TemplateSection.Content.TASKS) {
                no++;
                plan.append("  items:\n  - {no: ").append(no).append(", title: 完善台账, text: 完成台账。, roles: {lead: [air],"
                        + " responsible: [east]}, deadlines: [{kind: monthEnd, text: 2030年6月底前, date: 2030-06-30}]}\n");
            } else {
                plan.append("  paragraphs: [本节内容。]\n");
            }
        }
        Files.writeString(folder.resolve("plan.yaml"), plan.toString());
        return TenantFolder.read(folder);
    }

    /** Names of places, units and people that only the first city's folder may say. */
    private static List<String> ownWords(String first) {
        TenantFolder folder = TenantFolder.read(TENANTS.resolve(first));
        Set<String> words = folder.units().stream().map(unit -> unit.name()).filter(name -> name.length() >= 3)
                .filter(name -> name.matches(".*(?:县|区|镇|街道办事处|分局).*") || name.contains(folder.tenant().name()))
                .collect(Collectors.toSet());
        words.add(folder.tenant().name());
        words.addAll(List.of("薛扬", "刘鲲", "咸阳", "管城", "聊城", "沙坡头", "茌平", "镇罗"));
        return words.stream().filter(word -> !word.matches("区.*|.*部门")).toList();
    }

    private static List<Block.Heading> headings(Document document) {
        return document.blocks().stream().filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast).toList();
    }

    private static String text(Document document) {
        StringBuilder text = new StringBuilder(String.join("", document.title()));
        for (Block block : document.blocks()) {
            text.append('\n');
            switch (block) {
                case Block.Heading heading -> text.append(heading.number()).append(text(heading.runs()));
                case Block.Paragraph paragraph -> text.append(text(paragraph.runs()));
                case Block.Item item -> text.append(item.number()).append(text(item.runs()));
                case Block.Table table -> table.leaves().forEach(column -> text.append(column.header()).append(' '));
                default -> {
                    // no text
                }
            }
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> text.append(row));
            }
        }
        return text.toString();
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
