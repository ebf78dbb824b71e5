package org.lantian.tck;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Zips of the repository's plugins, whole or with something broken. */
final class BuiltZips {

    private static final Path PLUGINS = Path.of("../../plugins");

    private BuiltZips() {
    }

    /** The entries of plugins/profile-…; change them before {@link #write}. */
    static Map<String, String> entries(String id) throws IOException {
        Path root = PLUGINS.resolve("profile-" + id + "/src/main/plugin");
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return entries;
    }

    /** Puts another text in the place of one that is there. */
    static Map<String, String> changed(Map<String, String> entries, String file, String text, String instead) {
        assertThat(entries.get(file)).contains(text);
        entries.put(file, entries.get(file).replace(text, instead));
        return entries;
    }

    static Path write(Path zip, Map<String, String> entries) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return writeBytes(zip, bytes);
    }

    /** A zip whose one extension is this source of class {@code vendor.Vendor}. */
    static Path writeCode(Path folder, String id, String source) throws IOException {
        SimpleJavaFileObject unit = new SimpleJavaFileObject(URI.create("string:///vendor/Vendor.java"),
                SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        assertThat(ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none", "-d", folder.toString(),
                "-cp", System.getProperty("java.class.path")), null, List.of(unit)).call()).isTrue();
        Map<String, byte[]> bytes = new TreeMap<>();
        entries("henan").forEach((name, text) -> bytes.put(name,
                text.replace("henan", id).getBytes(StandardCharsets.UTF_8)));
        bytes.put("classes/META-INF/extensions.idx", "vendor.Vendor\n".getBytes(StandardCharsets.UTF_8));
        bytes.put("classes/vendor/Vendor.class", Files.readAllBytes(folder.resolve("vendor/Vendor.class")));
        return writeBytes(folder.resolve(id + ".zip"), bytes);
    }

    private static Path writeBytes(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
