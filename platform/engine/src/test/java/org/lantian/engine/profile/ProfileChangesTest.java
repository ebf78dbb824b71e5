package org.lantian.engine.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.engine.profile.ProfileChanges.Change;
import org.lantian.engine.profile.ProfileChanges.Kind;
import org.lantian.engine.profile.ProfileChanges.Value;
import org.lantian.plugin.ProfileRef;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileChangesTest {

    private static final Path SHAANXI = Path.of("../../plugins/profile-shaanxi/src/main/plugin/profile");

    @TempDir
    private Path folder;

    @Test
    void tellsWhatIsNewGoneChangedAndMoved() throws IOException {
        ResolvedProfile before = InstalledProfiles.resolve("shaanxi");
        Path copy = copy();
        replace(copy, "profile.yaml", "version: 1.0.0", "version: 1.1.0");
        replace(copy, "settings.yaml", "value: \"25\"", "value: \"30\"");
        replace(copy, "settings.yaml", "id: dust-fall", "id: dust-fall-month");
        replace(copy, "template.yaml", "heading: 总体要求", "heading: 总体思路");
        replace(copy, "vocabulary.yaml", "  - {word: 清D, type: 淘汰关停}\n  - {word: 减C, type: 就地改造}",
                "  - {word: 减C, type: 就地改造}\n  - {word: 清D, type: 淘汰关停}");
        replace(copy, "calendar.yaml", "- {id: weekly,", "- {id: zero, title: 日报, every: WEEK, reporter: 甲, receiver: 乙, source: 某文件}\n- {id: weekly,");
        ResolvedProfile after = ProfileResolver.resolve(ProfileRef.parse("shaanxi@1.1.0"),
                ref -> ref.id().equals("shaanxi") ? Optional.of(YamlProfile.ofFolder(folder)) : Optional.of(national()));

        assertThat(ProfileChanges.between(before, after)).contains(
                new Change(Kind.REMOVED, "地方限值", "dust-fall", List.of()),
                new Change(Kind.ADDED, "地方限值", "dust-fall-month", List.of()),
                new Change(Kind.ADDED, "报送", "zero", List.of()),
                new Change(Kind.CHANGED, "地方限值", "grade-zone",
                        List.of(new Value("value", Optional.of("25"), Optional.of("30")))),
                new Change(Kind.CHANGED, "章节", "overall",
                        List.of(new Value("heading", Optional.of("总体要求"), Optional.of("总体思路")))));
        assertThat(ProfileChanges.between(before, after)).hasSizeLessThanOrEqualTo(6);
        assertThat(ProfileChanges.between(before, before)).isEmpty();
    }

    @Test
    void tellsAnotherOrderOfTheSameEntries() throws IOException {
        Path copy = copy();
        List<String> lines = new ArrayList<>(Files.readAllLines(copy.resolve("settings.yaml")));
        Collections.swap(lines, 1, 2);
        Files.write(copy.resolve("settings.yaml"), lines);
        ResolvedProfile after = ProfileResolver.resolve(ProfileRef.parse("shaanxi@1.0.0"),
                ref -> ref.id().equals("shaanxi") ? Optional.of(YamlProfile.ofFolder(folder)) : Optional.of(national()));

        assertThat(ProfileChanges.between(InstalledProfiles.resolve("shaanxi"), after)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.MOVED);
            assertThat(change.part()).isEqualTo("地方限值");
            assertThat(change.id()).startsWith("dust-fall、gas-boiler-nox、");
        });
    }

    private static ProfileContribution national() {
        return YamlProfile.ofFolder(SHAANXI.resolve("../../../../../profile-national/src/main/plugin").normalize());
    }

    private Path copy() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("profile"));
        try (Stream<Path> files = Files.list(SHAANXI)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void replace(Path folder, String file, String text, String instead) throws IOException {
        String content = Files.readString(folder.resolve(file));
        assertThat(content).contains(text);
        Files.writeString(folder.resolve(file), content.replace(text, instead));
    }
}
