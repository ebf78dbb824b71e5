package org.lantian.host;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.profile.ProfileException;
import org.lantian.plugin.ProfileRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lantian.host.PluginStatus.State.ACTIVE;
import static org.lantian.host.PluginStatus.State.REJECTED;
import static org.lantian.host.Zips.bytes;
import static org.lantian.host.Zips.plugin;
import static org.lantian.host.Zips.write;

class PluginHostTest {

    private static final String RANGE = ">=1.0.0 & <2.0.0";
    private static final String VENDOR = """
            package vendor;
            import java.util.List;
            import org.lantian.plugin.RegionalProfile;
            import org.lantian.plugin.rule.TechniqueList;
            public class Vendor implements RegionalProfile {
                public List<TechniqueList> techniqueLists() {
                    return List.of(new TechniqueList("own", "own", List.of(%s), "vendor"));
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void loadsTwoVersionsOfOneIdAndAChildOfOneOfThem() throws IOException {
        Path old = zip("old", plugin("base", "1.0.0", RANGE));
        Path young = zip("young", plugin("base", "1.1.0", RANGE));
        Path child = zip("child", plugin("region", "2.0.0", RANGE, "extends: base@1.0.0\n"));
        try (LoadedPlugins plugins = PluginHost.load(List.of(child, old, young), Set.of())) {
            assertThat(plugins.statuses()).extracting(PluginStatus::state).containsOnly(ACTIVE);
            assertThat(plugins.statuses().getFirst().sha256())
                    .isEqualTo(CanonicalJson.sha256(Files.readAllBytes(child)));
            assertThat(plugins.resolve(ProfileRef.parse("region@2.0.0")).lineage())
                    .containsExactly(ProfileRef.parse("region@2.0.0"), ProfileRef.parse("base@1.0.0"));
            assertThat(plugins.profiles()).extracting(profile -> profile.ref().toString())
                    .containsExactly("base@1.0.0", "base@1.1.0", "region@2.0.0");
        }
    }

    @Test
    void rejectsEachBadZipWithItsReasonAndLoadsTheOthers() throws IOException {
        Map<String, byte[]> noDescriptor = plugin("a1", "1.0.0", RANGE);
        noDescriptor.remove("plugin.properties");
        Map<String, byte[]> noVersion = plugin("a2", "1.0.0", RANGE);
        noVersion.put("plugin.properties", bytes("plugin.id=a2\n"));
        Map<String, byte[]> brokenYaml = plugin("a3", "1.0.0", RANGE);
        brokenYaml.put("profile/tables.yaml", bytes("tables:\n- id: t\n  widht: 1\n"));
        Map<String, byte[]> otherId = plugin("a4", "1.0.0", RANGE);
        otherId.put("profile/profile.yaml", plugin("b4", "1.0.0", RANGE).get("profile/profile.yaml"));
        Map<String, byte[]> badId = plugin("A 5", "1.0.0", RANGE);
        List<Path> zips = new ArrayList<>(List.of(Files.writeString(folder.resolve("text.zip"), "no zip"),
                folder.resolve("missing.zip"), zip("noDescriptor", noDescriptor), zip("noVersion", noVersion),
                zip("range", plugin("a6", "1.0.0", ">=2.0.0")), zip("rangeText", plugin("a7", "1.0.0", "soon")),
                zip("brokenYaml", brokenYaml), zip("otherId", otherId), zip("badId", badId),
                zip("orphan", plugin("a8", "1.0.0", RANGE, "extends: base@9.0.0\n")),
                zip("good", plugin("base", "1.0.0", RANGE)), zip("twin", plugin("base", "1.0.0", "*"))));
        try (LoadedPlugins plugins = PluginHost.load(zips, Set.of())) {
            assertThat(plugins.statuses()).extracting(PluginStatus::state).filteredOn(ACTIVE::equals).hasSize(1);
            assertThat(reasons(plugins)).satisfiesExactly(
                    reason -> assertThat(reason).startsWith("不是有效的zip文件"),
                    reason -> assertThat(reason).isEqualTo("文件不存在。"),
                    reason -> assertThat(reason).isEqualTo("缺少plugin.properties。"),
                    reason -> assertThat(reason).startsWith("plugin.properties无效"),
                    reason -> assertThat(reason).isEqualTo("a6@1.0.0要求plugin-api >=2.0.0，当前为1.0.0。"),
                    reason -> assertThat(reason).startsWith("plugin.properties无效"),
                    reason -> assertThat(reason).contains("profile/tables.yaml:3:3: 未知的键“widht”"),
                    reason -> assertThat(reason).contains("元数据写的是b4@1.0.0"),
                    reason -> assertThat(reason).startsWith("plugin.properties无效"),
                    reason -> assertThat(reason).contains("它继承的base@9.0.0不存在或未能加载"),
                    reason -> assertThat(reason).isEmpty(),
                    reason -> assertThat(reason).isEqualTo("另一个文件已提供base@1.0.0。"));
            assertThatThrownBy(() -> plugins.resolve(ProfileRef.parse("a8@1.0.0")))
                    .isInstanceOf(ProfileException.class).hasMessageContaining("base@9.0.0");
            assertThatThrownBy(() -> plugins.resolve(ProfileRef.parse("nobody@1.0.0")))
                    .isInstanceOf(ProfileException.class).hasMessage("没有nobody@1.0.0。");
        }
    }

    @Test
    void rejectsZipsThatEscapeOrSwell() throws IOException {
        Map<String, byte[]> escaping = plugin("a1", "1.0.0", RANGE);
        escaping.put("../outside.txt", bytes("x"));
        Map<String, byte[]> absolute = plugin("a2", "1.0.0", RANGE);
        absolute.put("/outside.txt", bytes("x"));
        Map<String, byte[]> many = plugin("a3", "1.0.0", RANGE);
        for (int i = 0; i < 10; i++) {
            many.put("profile/" + i, bytes(""));
        }
        Map<String, byte[]> swelling = plugin("a4", "1.0.0", RANGE);
        swelling.put("zeros", new byte[20_000]);
        PluginZip.Limits limits = new PluginZip.Limits(5_000, 10, 10_000);
        Path heavy = Files.write(folder.resolve("heavy.zip"), new byte[5_001]);
        try (LoadedPlugins plugins = PluginHost.load(List.of(zip("escaping", escaping), zip("absolute", absolute),
                zip("many", many), zip("swelling", swelling), heavy), Set.of(), limits, Duration.ofSeconds(5), "1.0.0")) {
            assertThat(reasons(plugins)).containsExactly("压缩包内条目“../outside.txt”的路径不允许。",
                    "压缩包内条目“/outside.txt”的路径不允许。", "压缩包内有12个条目，最多10个。",
                    "压缩包解压后过大：最多10000字节。", "文件过大：最多5000字节。");
        }
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void runsCodeOnlyOfATrustedZip() throws IOException {
        Path zip = zip("code", Zips.codePlugin(folder, "vendor", VENDOR.formatted("\"word\"")));
        try (LoadedPlugins plugins = PluginHost.load(List.of(zip), Set.of())) {
            assertThat(plugins.statuses().getFirst().state()).isEqualTo(REJECTED);
            assertThat(plugins.statuses().getFirst().code()).isTrue();
            assertThat(reasons(plugins).getFirst()).contains("不在信任清单中");
        }
        String sha256 = CanonicalJson.sha256(Files.readAllBytes(zip));
        try (LoadedPlugins plugins = PluginHost.load(List.of(zip), Set.of(sha256))) {
            assertThat(reasons(plugins)).containsExactly("");
            assertThat(plugins.resolve(ProfileRef.parse("vendor@1.0.0")).techniqueLists().getFirst().words())
                    .containsExactly("word");
        }
    }

    @Test
    void rejectsTrustedCodeThatThrowsOrReachesForTheHost() throws IOException {
        Path throwing = zip("throwing",
                Zips.codePlugin(folder, "throwing", VENDOR.formatted("String.valueOf(1 / (int) (char) 0)")));
        Path reaching = zip("reaching", Zips.codePlugin(folder, "reaching",
                VENDOR.formatted("org.lantian.engine.json.CanonicalJson.sha256(\"x\")")));
        Set<String> trusted = Set.of(CanonicalJson.sha256(Files.readAllBytes(throwing)),
                CanonicalJson.sha256(Files.readAllBytes(reaching)));
        try (LoadedPlugins plugins = PluginHost.load(List.of(throwing, reaching), trusted)) {
            assertThat(reasons(plugins)).satisfiesExactly(
                    reason -> assertThat(reason).contains("ArithmeticException"),
                    reason -> assertThat(reason).contains("NoClassDefFoundError", "CanonicalJson"));
        }
    }

    @Test
    void suspendsCodeThatDoesNotReturnThreeTimesAndLoadsTheOthers() throws IOException {
        Path looping = zip("looping", Zips.codePlugin(folder, "looping", """
                package vendor;
                import java.util.List;
                import org.lantian.plugin.RegionalProfile;
                import org.lantian.plugin.rule.TechniqueList;
                public class Vendor implements RegionalProfile {
                    public List<TechniqueList> techniqueLists() {
                        System.setProperty("lantian.test.calls", System.getProperty("lantian.test.calls", "") + "x");
                        while (!Boolean.getBoolean("lantian.test.enough")) {
                            Thread.onSpinWait();
                        }
                        return List.of();
                    }
                }
                """));
        Set<String> trusted = Set.of(CanonicalJson.sha256(Files.readAllBytes(looping)));
        try (LoadedPlugins plugins = PluginHost.load(List.of(looping, zip("good", plugin("base", "1.0.0", RANGE))), trusted,
                PluginZip.Limits.USUAL, Duration.ofMillis(500), "1.0.0")) {
            assertThat(plugins.statuses()).extracting(PluginStatus::state).containsExactly(PluginStatus.State.SUSPENDED, ACTIVE);
            assertThat(reasons(plugins).getFirst()).isEqualTo("插件代码在0.5秒内没有返回。连续3次，不再调用。");
            assertThat(System.getProperty("lantian.test.calls")).isEqualTo("xxx");
        } finally {
            System.setProperty("lantian.test.enough", "true");
        }
    }

    @Test
    void rejectsCodeWhoseDataCannotBe() throws IOException {
        Path zip = zip("nulls", Zips.codePlugin(folder, "nulls", """
                package vendor;
                import java.util.List;
                import org.lantian.plugin.RegionalProfile;
                import org.lantian.plugin.region.*;
                public class Vendor implements RegionalProfile {
                    public RegionalRules region() {
                        return new RegionalRules(List.of(new TemplateSection(null, java.util.Optional.empty(), null,
                                TemplateSection.Numbering.NONE, java.util.Optional.of("tasks"), "", TemplateSection.Content.TEXT,
                                TemplateSection.RoleStyle.NONE)), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
                    }
                }
                """));
        try (LoadedPlugins plugins = PluginHost.load(List.of(zip), Set.of(CanonicalJson.sha256(Files.readAllBytes(zip))))) {
            assertThat(plugins.statuses().getFirst().state()).isEqualTo(REJECTED);
            assertThat(reasons(plugins).getFirst()).isNotBlank();
        }
    }

    @Test
    void letsGoOfTheClassesOfAPluginThatStaysActive() throws IOException {
        Path zip = zip("leaving", Zips.codePlugin(folder, "leaving", """
                package vendor;
                import java.lang.ref.WeakReference;
                import java.util.List;
                import org.lantian.plugin.RegionalProfile;
                import org.lantian.plugin.rule.TechniqueList;
                public class Vendor implements RegionalProfile {
                    public List<TechniqueList> techniqueLists() {
                        System.getProperties().put("lantian.test.loader", new WeakReference<>(Vendor.class.getClassLoader()));
                        return List.of(new TechniqueList("own", "own", List.of("word"), "vendor"));
                    }
                }
                """));
        try (LoadedPlugins plugins = PluginHost.load(List.of(zip), Set.of(CanonicalJson.sha256(Files.readAllBytes(zip))))) {
            assertThat(reasons(plugins)).containsExactly("");
            WeakReference<?> loader = (WeakReference<?>) System.getProperties().remove("lantian.test.loader");
            for (int i = 0; i < 100 && loader.get() != null; i++) {
                System.gc();
            }
            assertThat(loader.get()).as("the class loader").isNull();
            assertThat(plugins.profiles().getFirst().techniqueLists().getFirst().words()).containsExactly("word");
        }
    }

    @Test
    void takesOverWhatDidNotChangeAndResolvesTheChildrenOfWhatDid() throws IOException {
        Path base = zip("base", plugin("base", "1.0.0", RANGE));
        Path apart = zip("apart", plugin("apart", "1.0.0", RANGE));
        List<Path> zips = List.of(base, apart, zip("child", plugin("region", "2.0.0", RANGE, "extends: base@1.0.0\n")));
        try (LoadedPlugins before = PluginHost.load(zips, Set.of())) {
            Map<String, byte[]> changed = plugin("base", "1.0.0", RANGE);
            changed.put("profile/techniques.yaml", bytes("lists:\n- {id: own, title: 试验, words: [词], source: 某文件第一章}\n"));
            zip("base", changed);
            try (LoadedPlugins after = PluginHost.reload(before, zips, Set.of(), Duration.ofSeconds(5))) {
                assertThat(after.statuses()).extracting(PluginStatus::state).containsOnly(ACTIVE);
                assertThat(after.resolve(ProfileRef.parse("apart@1.0.0"))).isSameAs(before.resolve(ProfileRef.parse("apart@1.0.0")));
                assertThat(after.resolve(ProfileRef.parse("region@2.0.0")).techniqueLists()).hasSize(1);
                assertThat(before.resolve(ProfileRef.parse("region@2.0.0")).techniqueLists()).isEmpty();
            }
        }
    }

    @Test
    void keepsResolvedProfilesUsableAfterClosing() throws IOException {
        LoadedPlugins plugins = PluginHost.load(List.of(zip("good", plugin("base", "1.0.0", RANGE))), Set.of());
        plugins.close();
        assertThat(plugins.resolve(ProfileRef.parse("base@1.0.0")).metadata().name()).isEqualTo("试验base");
    }

    private Path zip(String name, Map<String, byte[]> entries) throws IOException {
        return write(folder.resolve(name + ".zip"), entries);
    }

    private static List<String> reasons(LoadedPlugins plugins) {
        return plugins.statuses().stream().map(PluginStatus::reason).toList();
    }
}
