package org.lantian.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendors' commands; none of them needs a database. */
class PluginCommandTest {

    private static final Path PLUGINS = Path.of("target/plugins").toAbsolutePath();

    @TempDir
    static Path folder;
    private String out = "";

    @BeforeAll
    static void useThePluginsOfTheBuild() {
        System.setProperty("lantian.home", Path.of("../..").toAbsolutePath().normalize().toString());
        System.setProperty("lantian.plugins", PLUGINS.toString());
    }

    @AfterAll
    static void forget() {
        System.clearProperty("lantian.home");
        System.clearProperty("lantian.plugins");
    }

    @Test
    void verifiesAllPluginsOfTheInstallation() throws IOException {
        try (Stream<Path> zips = Files.list(PLUGINS)) {
            List<String> files = zips.map(Path::toString).sorted().toList();
            assertThat(files).hasSize(5);
            assertThat(run(Stream.concat(Stream.of("plugin", "verify"), files.stream()).toArray(String[]::new))).as(out).isZero();
        }
        assertThat(out.lines().filter(line -> line.contains("全部12项通过"))).hasSize(5);
        assertThat(out).doesNotContain("未通过");
    }

    @Test
    void saysAtEachPlaceOfABrokenZipWhatToChangeAndExitsWithOne() throws IOException {
        Path zip = Files.copy(PLUGINS.resolve("profile-shaanxi-1.0.0.zip"), folder.resolve("broken.zip"));
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Path settings = inside.getPath("profile/settings.yaml");
            Files.writeString(settings, Files.readString(settings).replace("unit: 公里", "unit: km"));
        }
        assertThat(run("plugin", "verify", zip.toString())).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(out).contains("未通过\tunits", "地方限值“grade-zone”：单位“km”不是规范写法。改法：unit改为“公里”。", "共1处要改");
        assertThat(run("plugin", "verify", zip.toString(), PLUGINS.resolve("profile-henan-1.0.0.zip").toString(), "--format", "json"))
                .isEqualTo(Lantian.INPUT_ERRORS);
        JsonNode reports = new ObjectMapper().readTree(out);
        assertThat(reports).hasSize(2);
        assertThat(reports.at("/0/passed").booleanValue()).isFalse();
        assertThat(reports.at("/0/promises/2/outcome").textValue()).isEqualTo("broken");
        assertThat(reports.at("/0/promises/2/faults/0/change").textValue()).isEqualTo("unit改为“公里”。");
        assertThat(reports.at("/1/passed").booleanValue()).isTrue();
    }

    private int run(String... arguments) {
        PrintStream usual = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            return Lantian.run(arguments);
        } finally {
            System.setOut(usual);
            out = written.toString(StandardCharsets.UTF_8);
        }
    }
}
