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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.tools.ToolProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void makesAProjectWhoseZipKeepsEveryPromise(boolean java) throws IOException {
        Path project = folder.resolve("project-" + java);
        Path repository = folder.resolve("repository");
        String[] arguments = {"plugin", "new", "jiangling", "--title", "江岭省方案模板", "--dir", project.toString(), "--repository",
                repository.toString()};
        assertThat(run(java ? Stream.concat(Stream.of(arguments), Stream.of("--java")).toArray(String[]::new) : arguments)).as(out).isZero();
        assertThat(out).contains("src/main/plugin/profile/profile.yaml", "mvn verify");
        Path zip = zip(project, java);
        assertThat(run("plugin", "verify", zip.toString())).as(out).isZero();
        assertThat(out).contains("jiangling@1.0.0", "全部12项通过");
        assertThat(Files.readString(project.resolve("pom.xml"))).contains("<url>${lantian.repository}</url>", repository.toUri().toString())
                .doesNotContain("@");
        assertThat(Files.readString(project.resolve("schema/tables.json"))).contains("\"$defs\"");
    }

    @Test
    void fillsARepositoryOfModulesThatNeedNoParent() throws IOException {
        Path repository = folder.resolve("filled");
        assertThat(run("plugin", "new", "jiangling", "--dir", folder.resolve("one").toString(), "--repository", repository.toString())).isZero();
        for (String module : List.of("plugin-api", "engine", "plugin-host", "plugin-tck")) {
            Path place = repository.resolve("org/lantian/lantian-" + module + "/0.1.0-SNAPSHOT");
            String name = "lantian-" + module + "-0.1.0-SNAPSHOT";
            assertThat(Files.readString(place.resolve(name + ".pom"))).doesNotContain("${", "<parent>", "slf4j-nop", "assertj")
                    .contains("<version>0.1.0-SNAPSHOT</version>");
            try (FileSystem jar = FileSystems.newFileSystem(place.resolve(name + ".jar"))) {
                assertThat(Files.exists(jar.getPath("org/lantian"))).isTrue();
            }
            assertThat(Files.readString(place.resolve(name + ".jar.sha1"))).hasSize(40);
        }
        assertThat(Files.readString(repository.resolve("org/lantian/lantian-plugin-tck/0.1.0-SNAPSHOT/lantian-plugin-tck-0.1.0-SNAPSHOT.pom")))
                .contains("<artifactId>junit-jupiter</artifactId>", "<artifactId>lantian-plugin-host</artifactId>");
    }

    @Test
    void overwritesNoFolderAndTakesNoOddName() throws IOException {
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");
        assertThat(run("plugin", "new", "jiangling", "--dir", full.toString(), "--repository", folder.resolve("r").toString()))
                .isEqualTo(Lantian.REFUSED);
        assertThat(full.resolve("pom.xml")).doesNotExist();
        assertThat(run("plugin", "new", "Jiang Ling")).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(run("plugin", "new", "jiangling", "--region", "42")).isEqualTo(Lantian.INPUT_ERRORS);
    }

    /** What the project's build packs, its class compiled. */
    private static Path zip(Path project, boolean java) throws IOException {
        Path zip = project.resolve("profile.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip)); Stream<Path> files = Files.walk(project.resolve("src/main/plugin"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(project.resolve("src/main/plugin").relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
            if (java) {
                Path classes = Files.createDirectories(project.resolve("classes"));
                assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), "-cp",
                        System.getProperty("java.class.path"), "-processor", "org.pf4j.processor.ExtensionAnnotationProcessor",
                        project.resolve("src/main/java/vendor/Profile.java").toString())).isZero();
                for (String name : List.of("vendor/Profile.class", "META-INF/extensions.idx")) {
                    out.putNextEntry(new ZipEntry("classes/" + name));
                    out.write(Files.readAllBytes(classes.resolve(name)));
                }
            }
        }
        return zip;
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
