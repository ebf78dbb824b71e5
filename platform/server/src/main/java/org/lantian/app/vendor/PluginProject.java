package org.lantian.app.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.lantian.common.DomainException;
import org.lantian.engine.profile.ProfileSchemas;
import org.lantian.host.PluginHost;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.RegionalProfile;

/**
 * A new plugin project, complete: its {@code mvn verify} passes as it is.
 *
 * @param id id of the profile
 * @param name display name
 * @param region GB/T 2260 code of the province
 * @param java whether it has a class besides its YAML
 */
public record PluginProject(String id, String name, String region, boolean java) {

    private static final String PARENT = "national@1.0.0";
    private static final String CLASSES = """
                                                    <fileSet>
                                                        <directory>${project.build.outputDirectory}</directory>
                                                        <outputDirectory>/classes</outputDirectory>
                                                    </fileSet>
            """;
    private static final String PROCESSOR = """
                                <annotationProcessorPaths>
                                    <path>
                                        <groupId>org.pf4j</groupId>
                                        <artifactId>pf4j</artifactId>
                                        <version>@pf4jVersion@</version>
                                    </path>
                                </annotationProcessorPaths>
            """;
    private static final String NO_PROCESSOR = "                    <proc>none</proc>\n";

    public PluginProject {
        if (!region.matches("\\d{6}")) {
            throw DomainException.badRequest("REGION_CODE_INVALID", "行政区划代码“" + region + "”不是六位数字。");
        }
        if (name.isBlank() || name.matches("(?s).*[<>&\\n\"#:{].*")) {
            throw DomainException.badRequest("PROFILE_NAME_INVALID", "名称“" + name + "”为空，或含有 < > & \" # : { 之一。");
        }
        try {
            new ProfileRef(id, "1.0.0");
        } catch (IllegalArgumentException fault) {
            throw DomainException.badRequest("PROFILE_ID_INVALID",
                    "标识“" + id + "”不合规则：小写字母开头，只含小写字母、数字和连字符，2至40个字符，例如 hubei。");
        }
    }

    /**
     * Writes the project.
     *
     * @param folder must not exist or be empty
     * @return the files, relative to the folder
     * @throws DomainException CONFLICT if something is there
     */
    public List<Path> write(Path folder, VendorRepository repository) {
        try {
            requireEmpty(folder);
            Map<String, String> words = words(repository);
            copy("pom.xml", folder.resolve("pom.xml"), words);
            copy("README.md", folder.resolve("README.md"), words);
            copy("gitignore", folder.resolve(".gitignore"), words);
            Path plugin = folder.resolve("src/main/plugin");
            copy("plugin.properties", plugin.resolve("plugin.properties"), words);
            for (String file : List.of("profile", "template", "grammar", "vocabulary", "targets", "tasks", "calendar", "settings")) {
                copy("profile/" + file + ".yaml", plugin.resolve("profile/" + file + ".yaml"), words);
            }
            copy("ProfileTest.java", folder.resolve("src/test/java/vendor/ProfileTest.java"), words);
            if (java) {
                copy("Profile.java", folder.resolve("src/main/java/vendor/Profile.java"), words);
            }
            for (String file : ProfileSchemas.files()) {
                schema(file.replace(".yaml", ".json"), folder.resolve("schema"));
            }
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Map<String, String> words(VendorRepository repository) {
        String api = PluginHost.pluginApiVersion();
        Map<String, String> words = new HashMap<>(Map.of("id", id, "name", name, "region", region, "parent", PARENT, "apiVersion", api,
                "nextMajor", Integer.toString(Integer.parseInt(api.replaceFirst("\\..*", "")) + 1)));
        words.put("lantianVersion", repository.version());
        words.put("repository", repository.url());
        words.put("slf4jVersion", repository.property("slf4j.version"));
        words.put("classes", java ? CLASSES : "");
        words.put("processor", java ? PROCESSOR.replace("@pf4jVersion@", repository.property("pf4j.version")) : NO_PROCESSOR);
        return words;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw DomainException.conflict("FOLDER_NOT_EMPTY", "目录" + folder + "已存在且不为空。");
                }
            }
        }
    }

    private static void copy(String resource, Path target, Map<String, String> words) throws IOException {
        String text = new String(bytes(PluginProject.class, "project/" + resource), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue());
        }
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private static void schema(String file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(file), bytes(RegionalProfile.class, "schema/" + file));
    }

    private static byte[] bytes(Class<?> beside, String resource) throws IOException {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing");
            }
            return in.readAllBytes();
        }
    }
}
