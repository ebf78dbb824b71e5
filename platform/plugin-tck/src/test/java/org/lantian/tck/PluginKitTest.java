package org.lantian.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.tck.PromiseResult.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whole zips keep every promise; a zip with one thing broken breaks just the promise that speaks of it. */
class PluginKitTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"national", "shaanxi", "henan", "shandong", "ningxia"})
    void findsNothingInThePluginsOfTheRepository(String id) throws IOException {
        KitReport report = PluginKit.usual().verify(BuiltZips.write(folder.resolve(id + ".zip"), BuiltZips.entries(id)));
        assertThat(report.faults()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.results()).extracting(PromiseResult::promise).containsExactly(Promise.values());
        assertThat(report.hash()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IDS | shaanxi | profile/settings.yaml | id: gas-boiler-nox | id: gas--boiler | 地方限值“gas--boiler” | 小写字母开头
            IDS | shaanxi | profile/tasks.yaml | id: access | id: access- | 任务“access-” | 单个连字符
            UNITS | shaanxi | profile/settings.yaml | unit: 毫克/立方米 | unit: mg/m3 | 地方限值“gas-boiler-nox” | unit改为“毫克/立方米”
            UNITS | shandong | profile/targets.yaml | unit: 天 | unit: 光年 | 指标“heavy-days” | 用中文单位名称
            SOURCES | henan | profile/techniques.yaml | source: | source: 待补 # | 工艺清单 | source写文件或标准的名称
            MAPPING | shaanxi | profile/template.yaml | supplement: 写指导思想和总目标，大纲没有这一节 | supplement: 无 | 章节“overall” | supplement写一句理由
            MAPPING | shaanxi | profile/grammar.yaml | node: tasks | node: task | 标题含义“six-fields” | node改为其中之一
            CROSSWALK | shandong | profile/vocabulary.yaml | word: 优化整合 | word: 改造提升优化 | 词汇“four-batches-2019” | 把较长的词排在较短的词前面
            CROSSWALK | shaanxi | profile/vocabulary.yaml | phrase: 创A、增B、减C、清D | phrase: 创A、增B、减C | 词汇“grade-campaign”的“清D” | phrase写出文件中的整句
            TEMPLATES | shaanxi | profile/tasks.yaml | 全市争创B级及以上企业{total}家 | 全市争创B级及以上企业{total}家，其中{best}家A级 | 任务“grade-quota” | 写进该任务的parameters
            TEMPLATES | shandong | profile/calendar.yaml | 自{from}起 | 自{start}起 | 文书“ban” | 改用可用的名称之一
            TEMPLATES | shaanxi | profile/targets.yaml | "{year}年空气质量目标" | "{anno}年空气质量目标" | 目标表“annual” | city、area
            GRAMMAR | shaanxi | profile/grammar.yaml | items 3 | items 4 | profile/grammar.yaml | 改正样例的expects
            RULES | shaanxi | profile/rules.yaml | finding: listed(treatment_vocs, 'absorption') && !listed(treatment_vocs, 'vocs-destruction') | finding: "int(treatment_vocs) > 3" | 诊断规则“shaanxi-vocs-absorption” | 改用listed
            NAMES | shaanxi | profile/tasks.yaml | title: 严格项目准入 | title: 严格管城区项目准入 | profile/tasks.yaml:4:12 | 租户目录
            NAMES | henan | profile/tasks.yaml | patterns: | # 与永城的做法相同⏎patterns: | profile/tasks.yaml:1:4 | 租户目录
            """)
    void saysWhatToChangeWhereAPromiseIsBroken(Promise promise, String id, String file, String text, String instead, String place,
            String change) throws IOException {
        KitReport report = verify(BuiltZips.changed(BuiltZips.entries(id), file, text, instead.replace("⏎", "\n")));
        assertThat(report.passed()).isFalse();
        assertThat(report.faults()).extracting(Fault::promise).containsOnly(promise);
        assertThat(report.result(promise).faults()).anySatisfy(fault -> {
            assertThat(fault.place()).startsWith(place);
            assertThat(fault.change()).contains(change);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            责任领导：马建国 | 人名“马建国”
            请许文强副局长签发 | 人名“许文强”
            联系电话13812345678 | 联系电话“13812345678”
            督促金源建材有限公司整改 | 企业“督促金源建材有限公司”
            代码91610000623116379L | 企业的统一社会信用代码“91610000623116379L”
            """)
    void findsPersonsAndEnterprises(String text, String found) throws IOException {
        Map<String, String> entries = BuiltZips.entries("shaanxi");
        entries.merge("profile/tasks.yaml", "# " + text + "\n", String::concat);
        assertThat(verify(entries).result(Promise.NAMES).faults()).singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains(found));
    }

    @Test
    void leavesFictitiousNamesAndCommonWordsAlone() throws IOException {
        Map<String, String> entries = BuiltZips.entries("shaanxi");
        entries.merge("profile/tasks.yaml", "# 示例市张三局长、甲有限公司、主要负责同志，平利地处理\n", String::concat);
        Path zip = BuiltZips.write(folder.resolve("words.zip"), entries);
        assertThat(PluginKit.usual().verify(zip).faults()).extracting(Fault::problem).containsExactly("写了地名“平利”。");
        assertThat(PluginKit.usual().withCommonWords(Set.of("平利")).verify(zip).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - {above: "85", to: "90", change: "10"} | - {above: "85", below: "90", change: "10"} | 基数90不在任何一档内 | 包含该数
            - {below: "80", change: "5"} | - {to: "80", change: "5"} | 基数80同时在2档内 | 改用above或below
            - {above: "90", change: "15"} | - {above: "90", to: "200", change: "15"} | 基数1000000000000不在任何一档内 | 最高一档不写上限
            """)
    void tellsGapsAndOverlapsOfBandsAlthoughTheHostRefusesThem(String text, String instead, String problem, String change)
            throws IOException {
        KitReport report = verify(BuiltZips.changed(BuiltZips.entries("shandong"), "profile/targets.yaml", text, instead));
        assertThat(report.result(Promise.BANDS).faults()).anySatisfy(fault -> {
            assertThat(fault.problem()).contains(problem);
            assertThat(fault.change()).contains(change);
        });
        assertThat(report.result(Promise.ACCEPTED).outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(report.result(Promise.RULES).outcome()).isEqualTo(Outcome.UNCHECKED);
    }

    @Test
    void givesFileLineAndColumnOfWhatTheHostRefuses() throws IOException {
        KitReport report = verify(BuiltZips.changed(BuiltZips.entries("shaanxi"), "profile/settings.yaml", "subject: 燃气锅炉氮氧化物",
                "about: 燃气锅炉氮氧化物"));
        assertThat(report.result(Promise.ACCEPTED).faults()).extracting(Fault::place).allMatch(place -> place.startsWith("profile/settings.yaml:2:"));
        assertThat(report.result(Promise.IDS).outcome()).isEqualTo(Outcome.UNCHECKED);
    }

    @Test
    void saysWhatIsMissingOfAZipThatIsNone() throws IOException {
        KitReport missing = PluginKit.usual().verify(folder.resolve("missing.zip"));
        assertThat(missing.faults()).singleElement().extracting(Fault::problem).isEqualTo("文件不存在。");
        KitReport text = PluginKit.usual().verify(Files.writeString(folder.resolve("text.zip"), "no zip"));
        assertThat(text.faults()).singleElement().satisfies(fault -> assertThat(fault.problem()).startsWith("不是有效的zip文件"));
        Map<String, String> entries = BuiltZips.entries("shaanxi");
        entries.remove("plugin.properties");
        assertThat(verify(entries).faults()).singleElement().satisfies(fault -> assertThat(fault.change()).contains("plugin.id"));
    }

    @Test
    void needsTheZipOfAParentThatIsNotTheNationalProfile() throws IOException {
        Path parent = BuiltZips.write(folder.resolve("parent.zip"), BuiltZips.entries("shaanxi"));
        Map<String, String> entries = BuiltZips.entries("henan");
        BuiltZips.changed(entries, "profile/profile.yaml", "extends: national@1.0.0", "extends: shaanxi@1.0.0");
        Path child = BuiltZips.write(folder.resolve("child.zip"), entries);
        assertThat(PluginKit.usual().verify(child).faults()).singleElement()
                .satisfies(fault -> assertThat(fault.change()).contains("上级模板的zip一并给出"));
        assertThat(PluginKit.usual().withParents(List.of(parent)).verify(child).result(Promise.ACCEPTED).faults()).isEmpty();
    }

    @Test
    void trustsTheClassesOfAParentToo() throws IOException {
        Path parent = BuiltZips.writeCode(folder, "coded", """
                package vendor;
                import java.util.List;
                import org.lantian.plugin.RegionalProfile;
                import org.lantian.plugin.rule.TechniqueList;
                public class Vendor implements RegionalProfile {
                    public List<TechniqueList> techniqueLists() {
                        return List.of(new TechniqueList("own", "own", List.of("水喷淋"), "某省方案第一章"));
                    }
                }
                """);
        Map<String, String> entries = BuiltZips.changed(BuiltZips.entries("shaanxi"), "profile/profile.yaml",
                "extends: national@1.0.0", "extends: coded@1.0.0");
        Path child = BuiltZips.write(folder.resolve("child.zip"), entries);
        assertThat(PluginKit.usual().withParents(List.of(parent)).verify(child).result(Promise.ACCEPTED).faults()).isEmpty();
    }

    @Test
    void findsCodeThatAnswersDifferentlyEachTime() throws IOException {
        KitReport report = PluginKit.usual().verify(BuiltZips.writeCode(folder, "restless", """
                package vendor;
                import java.util.List;
                import org.lantian.plugin.RegionalProfile;
                import org.lantian.plugin.rule.TechniqueList;
                public class Vendor implements RegionalProfile {
                    public List<TechniqueList> techniqueLists() {
                        return List.of(new TechniqueList("own", "own", List.of("w" + System.nanoTime()), "某省方案第一章"));
                    }
                }
                """));
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.promise()).isEqualTo(Promise.DETERMINISM);
            assertThat(fault.problem()).contains("首处不同");
        });
    }

    @Test
    void readsWhatCodeReturnsForNamesAndSources() throws IOException {
        KitReport report = PluginKit.usual().verify(BuiltZips.writeCode(folder, "naming", """
                package vendor;
                import java.util.List;
                import org.lantian.plugin.RegionalProfile;
                import org.lantian.plugin.rule.TechniqueList;
                public class Vendor implements RegionalProfile {
                    public List<TechniqueList> techniqueLists() {
                        return List.of(new TechniqueList("own", "郑州做法", List.of("水喷淋"), ""));
                    }
                }
                """));
        assertThat(report.faults()).extracting(Fault::promise).containsExactlyInAnyOrder(Promise.SOURCES, Promise.NAMES);
    }

    @Test
    void failsAVendorsTestWithWhatToChange() throws IOException {
        Path zip = BuiltZips.write(folder.resolve("x.zip"), BuiltZips.changed(BuiltZips.entries("shaanxi"), "profile/settings.yaml",
                "unit: 公里", "unit: km"));
        ProfileTck test = new ProfileTck() {
            @Override
            protected Path zip() {
                return zip;
            }
        };
        test.isAcceptedByTheHost();
        test.writesIdsAsAgreed();
        assertThatThrownBy(test::writesUnitsAsAgreed).isInstanceOf(AssertionError.class)
                .hasMessageContaining("地方限值“grade-zone”").hasMessageContaining("改法：unit改为“公里”。");
    }

    private KitReport verify(Map<String, String> entries) throws IOException {
        return PluginKit.usual().verify(BuiltZips.write(folder.resolve("broken.zip"), entries));
    }
}
