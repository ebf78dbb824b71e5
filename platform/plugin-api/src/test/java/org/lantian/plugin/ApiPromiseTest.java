package org.lantian.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What vendors compile against is what {@code api/<major>.txt} says. */
class ApiPromiseTest {

    private static final String MAJOR = System.getProperty("lantian.plugin-api.version").replaceFirst("\\..*", "");
    private static final Path COMMITTED = Path.of("api/" + MAJOR + ".txt");

    @Test
    void noSignatureOfThisMajorVersionChangesOrGoes() throws IOException {
        assertThat(missing(committed(), PublicSignatures.of(Path.of("target/classes"))))
                .as("a break: give the signature back, or begin a new major version with a new file under api/").isEmpty();
    }

    @Test
    void newSignaturesAreWrittenDown() throws IOException {
        List<String> now = PublicSignatures.of(Path.of("target/classes"));
        Path copy = Files.write(Path.of("target/" + MAJOR + ".txt"), now);
        assertThat(missing(now, committed())).as("additions: say so in CHANGES.md and copy %s to %s", copy, COMMITTED).isEmpty();
    }

    @Test
    void everyMethodOfTheExtensionPointHasADefault() {
        assertThat(RegionalProfile.class.getDeclaredMethods()).filteredOn(method -> !method.isSynthetic())
                .allMatch(method -> method.isDefault());
    }

    @Test
    void tellsEachKindOfBreak() {
        List<String> before = PublicSignatures.of(Before.class);
        List<String> after = PublicSignatures.of(After.class).stream().map(line -> line.replace("After", "Before")).toList();
        assertThat(missing(before, after)).containsExactlyInAnyOrder(
                "org.lantian.plugin.ApiPromiseTest$Before: final record(String id, List<String> words)",
                "org.lantian.plugin.ApiPromiseTest$Before: new(String, List<String>)",
                "org.lantian.plugin.ApiPromiseTest$Before: int size()");
        assertThat(missing(after, before)).contains("org.lantian.plugin.ApiPromiseTest$Before: long size()");
        assertThat(PublicSignatures.of(After.class)).noneMatch(line -> line.contains("trial"));
    }

    private static List<String> committed() throws IOException {
        return Files.exists(COMMITTED) ? Files.readAllLines(COMMITTED) : List.of();
    }

    private static List<String> missing(List<String> wanted, List<String> there) {
        return wanted.stream().filter(line -> !there.contains(line)).toList();
    }

    public record Before(String id, List<String> words) {

        public int size() {
            return words.size();
        }
    }

    public record After(String id, List<String> words, int weight) {

        public long size() {
            return words.size();
        }

        @Experimental(since = "1.0.0")
        public void trial() {
        }
    }
}
