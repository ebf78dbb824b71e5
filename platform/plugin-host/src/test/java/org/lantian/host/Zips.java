package org.lantian.host;

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

import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Builds real plugin zips for the tests of this package. */
final class Zips {

    private Zips() {
    }

    static Map<String, byte[]> plugin(String id, String version, String requires) {
        return plugin(id, version, requires, "");
    }

    /** The entries of a code-free plugin; change them before {@link #write}. */
    static Map<String, byte[]> plugin(String id, String version, String requires, String moreHead) {
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put("plugin.properties", bytes("plugin.id=" + id + "\nplugin.version=" + version
                + "\nplugin.requires=" + requires + "\n"));
        entries.put("profile/profile.yaml", bytes("id: " + id + "\nversion: " + version + "\nname: 试验" + id
                + "\nregionCode: \"000000\"\n" + moreHead));
        return entries;
    }

    /** The entries of a plugin whose one extension is this source of class {@code vendor.Vendor}. */
    static Map<String, byte[]> codePlugin(Path folder, String id, String source) throws IOException {
        Map<String, byte[]> entries = plugin(id, "1.0.0", ">=1.0.0 & <2.0.0");
        entries.put("classes/META-INF/extensions.idx", bytes("vendor.Vendor\n"));
        entries.put("classes/vendor/Vendor.class", compile(folder, source));
        return entries;
    }

    static Path write(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(1_767_225_600_000L);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    static Map<String, byte[]> folder(Path root) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return entries;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compile(Path folder, String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject unit = new SimpleJavaFileObject(URI.create("string:///vendor/Vendor.java"),
                SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp",
                System.getProperty("java.class.path"));
        assertThat(compiler.getTask(null, null, null, options, null, List.of(unit)).call()).isTrue();
        return Files.readAllBytes(folder.resolve("vendor/Vendor.class"));
    }
}
