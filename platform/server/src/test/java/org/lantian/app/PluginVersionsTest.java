package org.lantian.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.plugin.ProfileRef;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.EmbeddedPostgres;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant moves to another version of its profile, having seen what that changes, while another one stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PluginVersionsTest {

    @TempDir
    static Path folder;
    private static EmbeddedPostgres beside;
    private String out = "";
    private String error = "";

    @BeforeAll
    static void installTwoVersions() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        for (String name : List.of("national", "shaanxi")) {
            Files.copy(Path.of("target/plugins/profile-" + name + "-1.0.0.zip"), plugins.resolve(name + "-1.0.0.zip"));
        }
        Path next = Files.copy(plugins.resolve("shaanxi-1.0.0.zip"), plugins.resolve("shaanxi-1.1.0.zip"));
        try (FileSystem zip = FileSystems.newFileSystem(next)) {
            replace(zip.getPath("plugin.properties"), "plugin.version=1.0.0", "plugin.version=1.1.0");
            replace(zip.getPath("profile/profile.yaml"), "version: 1.0.0", "version: 1.1.0");
            replace(zip.getPath("profile/settings.yaml"), "value: \"25\"", "value: \"30\"");
            replace(zip.getPath("profile/calendar.yaml"), "id: dust-bulletin", "id: dust-report");
        }
        System.setProperty("lantian.home", Path.of("../..").toAbsolutePath().normalize().toString());
        System.setProperty("lantian.plugins", plugins.toString());
        beside = EmbeddedPostgres.open(folder.resolve("data"), List.of("fsync=off"));
        tenant("one");
        tenant("two");
    }

    @AfterAll
    static void stop() {
        System.clearProperty("lantian.home");
        System.clearProperty("lantian.plugins");
        beside.close();
    }

    @Test
    @Order(1)
    void aDryRunOfANewTenantSaysSoAndMakesNothing() {
        assertThat(run("tenant", "apply", folder.resolve("tenants").toString())).as(error).isZero();
        assertThat(run("tenant", "apply", tenant("three").toString(), "--dry-run")).as(error).isZero();
        assertThat(out).contains("three", "新建，方案模板shaanxi@1.0.0");
        assertThat(run("tenant", "show", "three")).isEqualTo(Lantian.REFUSED);
    }

    @Test
    @Order(2)
    void aDryRunListsWhatTheOtherVersionChangesAndChangesNothing() throws IOException {
        String one = folder.resolve("tenants/one").toString();
        assertThat(run("tenant", "apply", one, "--profile", "shaanxi@1.1.0", "--dry-run")).as(error).isZero();
        assertThat(out).contains("one\t示例市one\tshaanxi@1.0.0 → shaanxi@1.1.0", "删除\t报送\tdust-bulletin", "新增\t报送\tdust-report",
                "修改\t地方限值\tgrade-zone\n    value：25 → 30", "共3处");
        assertThat(run("tenant", "show", "one")).isZero();
        assertThat(out).contains("shaanxi@1.0.0");
        assertThat(run("tenant", "apply", one, "--profile", "shaanxi@1.1.0", "--dry-run", "--format", "json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.at("/0/to").textValue()).isEqualTo("shaanxi@1.1.0");
        assertThat(json.at("/0/changes")).hasSize(3);
        assertThat(run("tenant", "apply", one, "--dry-run")).isZero();
        assertThat(out).contains("无变化");
    }

    @Test
    @Order(3)
    void oneTenantMovesAndTheOtherStays() {
        assertThat(run("tenant", "apply", folder.resolve("tenants/one").toString(), "--profile", "shaanxi@1.1.0")).as(error).isZero();
        assertThat(run("tenant", "show", "one")).isZero();
        assertThat(out).contains("shaanxi@1.1.0");
        try (Installation installation = Installation.open(folder.resolve("data"), Map.of())) {
            Installation.asOperator(() -> {
                assertThat(limit(installation, "one")).isEqualTo("30");
                assertThat(limit(installation, "two")).isEqualTo("25");
                return true;
            });
        }
    }

    @Test
    @Order(4)
    void anUnknownVersionIsRefusedWithTheReason() {
        String one = folder.resolve("tenants/one").toString();
        assertThat(run("tenant", "apply", one, "--profile", "shaanxi@9.0.0", "--dry-run")).isEqualTo(Lantian.REFUSED);
        assertThat(error).contains("没有方案模板shaanxi@9.0.0");
        assertThat(run("tenant", "apply", one, "--profile", "shaanxi")).isEqualTo(2);
    }

    private static String limit(Installation installation, String code) {
        return installation.bean(Tenants.class).read(new TenantCode(code), () -> installation.bean(Profiles.class).current().region()
                .limits().stream().filter(one -> one.id().equals("grade-zone")).findFirst().orElseThrow().value().toPlainString());
    }

    private static Path tenant(String code) {
        try {
            Path tenant = Files.createDirectories(folder.resolve(code.equals("three") ? "later/three" : "tenants/" + code));
            Files.writeString(tenant.resolve("tenant.yaml"), "code: " + code + "\nname: 示例市" + code + "\nregionCode: \"610000\"\nprofile: "
                    + ProfileRef.parse("shaanxi@1.0.0") + "\ntimeZone: Asia/Shanghai\nbureau: 示例局\n");
            Files.writeString(tenant.resolve("units.yaml"), "units:\n- {id: bureau, name: 示例局, kind: department}\n");
            return tenant;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void replace(Path file, String text, String instead) throws IOException {
        String content = Files.readString(file);
        assertThat(content).contains(text);
        Files.writeString(file, content.replace(text, instead));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        out = run.out();
        error = run.error();
        return run.code();
    }
}
