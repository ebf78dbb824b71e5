package org.lantian.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What neither the compiler nor the formatter says of the sources. */
class SourcesTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);$");

    @Test
    void noImportIsUnused() throws IOException {
        List<String> unused = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            String body = text.replaceAll("(?m)^import .*$", "");
            Matcher imports = IMPORT.matcher(text);
            while (imports.find()) {
                if (!Pattern.compile("\\b" + imports.group(1) + "\\b").matcher(body).find()) {
                    unused.add(REPOSITORY.relativize(source) + ": " + imports.group());
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everyPackageOfTheProductSaysWhatItOwns() throws IOException {
        List<Path> silent = sources().stream().filter(source -> source.toString().contains("/src/main/java/"))
                .map(Path::getParent).distinct().filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertThat(silent).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve("platform"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/")).toList();
            assertThat(sources).hasSizeGreaterThan(100);
            return sources;
        }
    }
}
