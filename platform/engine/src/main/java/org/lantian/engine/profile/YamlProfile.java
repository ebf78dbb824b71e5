package org.lantian.engine.profile;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.lantian.engine.yaml.YamlDocument;
import org.lantian.engine.yaml.YamlException;
import org.lantian.engine.yaml.YamlNode;
import org.lantian.engine.yaml.YamlProblem;
import org.lantian.plugin.ProfileMetadata;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.region.RegionalRules;

/**
 * Reads a contribution from the folder {@code profile/} of a plugin: {@code profile.yaml}, and where there is something
 * to say {@code outline.yaml}, {@code tables.yaml}, {@code rules.yaml}, {@code limits.yaml},
 * {@code techniques.yaml}, {@code grammar.yaml} and the regional files. The keys are described in the vendor documentation.
 */
public final class YamlProfile {

    private static final String FOLDER = "profile";
    private static final List<String> FILES = ProfileSchemas.files();

    private final Path folder;
    private final List<YamlProblem> problems = new ArrayList<>();

    private YamlProfile(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads {@code root/profile/*.yaml}.
     *
     * @throws YamlException with the problems of all files
     */
    public static ProfileContribution ofFolder(Path root) {
        return new YamlProfile(root.resolve(FOLDER)).read();
    }

    /**
     * Reads {@code profile/*.yaml} of a zip.
     *
     * @throws YamlException with the problems of all files
     */
    public static ProfileContribution ofZip(Path zip) {
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            return ofFolder(inside.getPath("/"));
        } catch (IOException fault) {
            throw new UncheckedIOException(zip.getFileName() + ": " + fault.getMessage(), fault);
        }
    }

    private ProfileContribution read() {
        rejectUnknownFiles();
        if (!Files.isRegularFile(folder.resolve("profile.yaml"))) {
            problems.add(new YamlProblem(FOLDER + "/profile.yaml", 1, 1, "缺少此文件。"));
        }
        Optional<Head> head = file("profile.yaml", YamlProfile::head);
        ProfileContribution contribution = new ProfileContribution(head.map(Head::metadata),
                file("outline.yaml", OutlineYaml::read).orElse(List.of()),
                file("tables.yaml", TableYaml::read).orElse(List.of()),
                file("rules.yaml", RuleYaml::rules).orElse(List.of()),
                file("limits.yaml", RuleYaml::limits).orElse(List.of()),
                file("techniques.yaml", RuleYaml::techniques).orElse(List.of()),
                file("grammar.yaml", GrammarYaml::read).orElse(ReadingGrammar.EMPTY), region(),
                head.map(Head::deletions).orElse(List.of()));
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return contribution;
    }

    /** Each file gives some of the lists; the parts add up. */
    private RegionalRules region() {
        return Stream.of(file("template.yaml", RegionYaml::template),
                file("vocabulary.yaml", RegionYaml::words),
                file("targets.yaml", RegionYaml::targets), file("tasks.yaml", RegionYaml::tasks),
                file("grades.yaml", RegionYaml::grades),
                file("calendar.yaml", RegionYaml::calendar),
                file("settings.yaml", RegionYaml::figures), file("sources.yaml", RegionYaml::sources),
                file("registers.yaml", RegionYaml::registers)).flatMap(Optional::stream)
                .reduce(RegionalRules.EMPTY, RegionalRules::plus);
    }

    private <T> Optional<T> file(String name, Function<YamlNode, T> reading) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String shown = FOLDER + "/" + name;
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return Optional.of(YamlDocument.parse(shown, reader).read(ProfileSchemas.of(name), reading));
        } catch (YamlException fault) {
            problems.addAll(fault.problems());
        } catch (UncheckedIOException fault) {
            problems.add(new YamlProblem(shown, 1, 1, fault.getCause() instanceof CharacterCodingException
                    ? "文件不是UTF-8编码。" : "无法读取：" + fault.getMessage()));
        } catch (IOException fault) {
            throw new UncheckedIOException(shown + ": " + fault.getMessage(), fault);
        }
        return Optional.empty();
    }

    /** A misspelt file name would otherwise leave its content out in silence. */
    private void rejectUnknownFiles() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).filter(name -> !FILES.contains(name)).sorted()
                    .forEach(name -> problems.add(new YamlProblem(FOLDER + "/" + name, 1, 1,
                            "未知的文件：只能是" + String.join("、", FILES) + "。")));
        } catch (IOException fault) {
            throw new UncheckedIOException(FOLDER + ": " + fault.getMessage(), fault);
        }
    }

    static Head head(YamlNode node) {
        String version = node.requireText("version");
        ProfileRef ref = node.requireParsed("id", id -> new ProfileRef(id, version));
        return new Head(new ProfileMetadata(ref, node.requireText("name"), node.requireText("regionCode"),
                node.findParsed("extends", ProfileRef::parse)), node.texts("deletions"));
    }

    record Head(ProfileMetadata metadata, List<String> deletions) {
    }
}
