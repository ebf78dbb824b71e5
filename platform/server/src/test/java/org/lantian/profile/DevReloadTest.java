package org.lantian.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.host.PluginStatus;
import org.lantian.plugin.ProfileRef;
import org.lantian.tenancy.ControlSchema;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A plugin under development: its source folder beside the installed zips, loaded again when a file changes. */
class DevReloadTest extends DatabaseTest {

    private static final ProfileRef JIANGLING = ProfileRef.parse("jiangling@1.0.0");
    private static final Path HENAN = Path.of("../../plugins/profile-henan/src/main/plugin");

    @TempDir
    private Path folder;
    @Inject
    StoredProfiles stored;
    @Inject
    ControlSchema control;

    private Path plugin;
    private InstalledPlugins installed;
    private Profiles profiles;
    private DevReload reload;

    @BeforeEach
    void develop() throws IOException {
        plugin = Files.createDirectories(folder.resolve("project/src/main/plugin"));
        try (Stream<Path> files = Files.walk(HENAN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = plugin.resolve(HENAN.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("id: henan\n", "id: jiangling\n").replace("plugin.id=henan", "plugin.id=jiangling"));
            }
        }
        installed = new InstalledPlugins(List.of("target/plugins"), List.of(), List.of(folder.resolve("project").toString()), Duration.ofSeconds(5));
        profiles = new Profiles(installed, stored, tenants, control, provisioning);
        reload = new DevReload(installed, profiles);
        profiles.store();
    }

    @AfterEach
    void stopDeveloping() {
        reload.stop();
        installed.close();
    }

    @Test
    void aChangeIsLiveForATenantThatIsPinnedToTheVersion() throws IOException {
        TenantCode code = pinned("live", profiles.require(JIANGLING));
        assertThat(name(code)).isEqualTo("河南省方案模板");
        assertThat(installed.reloadIfChanged()).isFalse();

        change("profile/profile.yaml", "name: 河南省方案模板", "name: 江岭省方案模板");
        reload.look();

        assertThat(name(code)).isEqualTo("江岭省方案模板");
        assertThat(profiles.require(JIANGLING).metadata().name()).isEqualTo("江岭省方案模板");
        assertThat(tenants.read(tenant, profiles::current).ref().id()).isEqualTo("national");
    }

    @Test
    void aFaultIsToldAndTheLastGoodOneStaysInUse() throws IOException {
        TenantCode code = pinned("fault", profiles.require(JIANGLING));
        change("profile/profile.yaml", "name: 河南省方案模板", "name: 新名称");
        reload.look();
        change("profile/tasks.yaml", "patterns:", "pattern:");
        reload.look();

        assertThat(installed.development()).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(PluginStatus.State.REJECTED);
            assertThat(status.reason()).contains("profile/tasks.yaml:1:1: 未知的键“pattern”");
        });
        assertThat(name(code)).isEqualTo("新名称");

        change("profile/tasks.yaml", "pattern:", "patterns:");
        reload.look();
        assertThat(installed.development()).extracting(PluginStatus::state).containsExactly(PluginStatus.State.ACTIVE);
    }

    @Test
    void aReloadThatFailedOnTheDiskIsTriedAgain() throws IOException {
        TenantCode code = pinned("disk", profiles.require(JIANGLING));
        Path packed = installed.development().getFirst().zip();
        Files.delete(packed);
        Files.delete(packed.getParent());
        change("profile/profile.yaml", "name: 河南省方案模板", "name: 江岭省方案模板");
        reload.look();
        assertThat(name(code)).isEqualTo("河南省方案模板");

        Files.createDirectory(packed.getParent());
        reload.look();
        assertThat(name(code)).isEqualTo("江岭省方案模板");
    }

    @Test
    void whatAPlanWasDraftedWithIsFoundAfterFurtherChanges() throws IOException {
        ResolvedProfile first = profiles.require(JIANGLING);
        change("profile/profile.yaml", "name: 河南省方案模板", "name: 另一名称");
        reload.look();
        ResolvedProfile second = profiles.require(JIANGLING);

        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(profiles.requireByHash(first.hash())).isEqualTo(first);
        assertThat(profiles.requireByHash(second.hash())).isEqualTo(second);
    }

    @Test
    void comesBeforeAZipOfTheSameVersion() throws IOException {
        Files.writeString(plugin.resolve("plugin.properties"), Files.readString(plugin.resolve("plugin.properties")).replace("jiangling", "henan"));
        change("profile/profile.yaml", "id: jiangling\n", "id: henan\n");
        change("profile/profile.yaml", "name: 河南省方案模板", "name: 开发中的河南");
        reload.look();

        assertThat(profiles.require(ProfileRef.parse("henan@1.0.0")).metadata().name()).isEqualTo("开发中的河南");
        assertThat(profiles.list()).filteredOn(status -> status.state() == PluginStatus.State.REJECTED).singleElement()
                .satisfies(status -> assertThat(status.zip().getFileName()).hasToString("profile-henan-1.0.0.zip"));
    }

    private String name(TenantCode code) {
        return tenants.read(code, () -> profiles.current().metadata().name());
    }

    private TenantCode pinned(String code, ResolvedProfile profile) {
        TenantCode tenantCode = new TenantCode(code);
        provisioning.apply(new Provisioning.Declaration(tenantCode, "市" + code, "410000", profile.ref().toString(), profile.hash()));
        return tenantCode;
    }

    /** Writes at another time than before, whatever the clock's steps are. */
    private void change(String file, String text, String instead) throws IOException {
        Path path = plugin.resolve(file);
        String content = Files.readString(path);
        assertThat(content).contains(text);
        FileTime before = Files.getLastModifiedTime(path);
        Files.writeString(path, content.replace(text, instead));
        Files.setLastModifiedTime(path, FileTime.fromMillis(before.toMillis() + 10));
    }
}
