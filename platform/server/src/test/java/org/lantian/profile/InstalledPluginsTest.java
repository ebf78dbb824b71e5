package org.lantian.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.host.PluginStatus;

import static org.assertj.core.api.Assertions.assertThat;

class InstalledPluginsTest {

    private static final Path NATIONAL = Path.of("target/plugins/profile-national-1.0.0.zip");

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void takesZipsAndFoldersOfZipsAndReportsTheBadOnes() throws IOException {
        Files.writeString(folder.resolve("bad.zip"), "no zip");
        Files.writeString(folder.resolve("readme.txt"), "not looked at");

        InstalledPlugins installed = new InstalledPlugins(
                List.of(folder.toString(), " " + NATIONAL, "", folder.resolve("nowhere").toString()), List.of(), List.of(), LIMIT);

        assertThat(installed.plugins().statuses()).extracting(status -> status.zip().getFileName() + " " + status.state())
                .containsExactly("bad.zip REJECTED", "profile-national-1.0.0.zip ACTIVE");
        installed.close();
    }

    @Test
    void standsWithoutAnyPlugin() {
        InstalledPlugins installed = new InstalledPlugins(List.of(), List.of(), List.of(), LIMIT);

        assertThat(installed.plugins().statuses()).isEmpty();
        installed.close();
    }

    @Test
    void loadsADifferentFileOfTheSameVersionOnlyOnce() throws IOException {
        Path copy = Files.copy(NATIONAL, folder.resolve("copy.zip"));

        InstalledPlugins installed = new InstalledPlugins(List.of(NATIONAL.toString(), copy.toString()), List.of(), List.of(), LIMIT);

        assertThat(installed.plugins().statuses()).extracting(PluginStatus::state)
                .containsExactly(PluginStatus.State.ACTIVE, PluginStatus.State.REJECTED);
        installed.close();
    }
}
