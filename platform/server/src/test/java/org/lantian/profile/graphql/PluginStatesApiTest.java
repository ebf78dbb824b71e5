package org.lantian.profile.graphql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.common.Role;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A corrupt, an untrusted, a throwing and a looping plugin are told as such; tenants work as if they were not there. */
class PluginStatesApiTest extends ApiTest {

    private static final String HEAD = "package vendor; public class Vendor implements org.lantian.plugin.RegionalProfile {"
            + " public java.util.List<String> deletions() { %s } }";

    @TempDir
    static Path folder;

    @Override
    public Map<String, String> getProperties() {
        try {
            Map<String, String> properties = super.getProperties();
            Files.writeString(folder.resolve("a-corrupt.zip"), "PK no zip");
            plugin("b-untrusted", "return java.util.List.of();");
            List<String> trusted = new ArrayList<>();
            trusted.add(plugin("c-throwing", "throw new IllegalStateException(\"broken\");"));
            trusted.add(plugin("d-looping", "while (!Boolean.getBoolean(\"lantian.test.states-seen\")) { Thread.onSpinWait(); }"
                    + " return java.util.List.of();"));
            properties.put("lantian.plugins", folder + ",target/plugins");
            properties.put("lantian.trusted-plugins", String.join(",", trusted));
            properties.put("lantian.plugin-call-limit", "1s");
            return properties;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @AfterAll
    static void endTheLoop() {
        System.setProperty("lantian.test.states-seen", "true");
    }

    @Test
    void showsEachStateWithItsReasonAndServesTheTenants() {
        JsonNode plugins = client(tenant, "admin", Role.ADMINISTRATOR).execute("{ plugins { file profile code state reason } }")
                .at("/data/plugins");

        assertThat(plugins).hasSize(9);
        assertThat(plugins.at("/0/state").asText()).isEqualTo("REJECTED");
        assertThat(plugins.at("/0/reason").asText()).startsWith("不是有效的zip文件");
        assertThat(plugins.at("/1/state").asText()).isEqualTo("REJECTED");
        assertThat(plugins.at("/1/reason").asText()).contains("不在信任清单中");
        assertThat(plugins.at("/2/state").asText()).isEqualTo("REJECTED");
        assertThat(plugins.at("/2/reason").asText()).contains("IllegalStateException: broken");
        assertThat(plugins.at("/3/state").asText()).isEqualTo("SUSPENDED");
        assertThat(plugins.at("/3/profile").asText()).isEqualTo("d-looping@1.0.0");
        assertThat(plugins.at("/3/reason").asText()).isEqualTo("插件代码在1秒内没有返回。连续3次，不再调用。");
        for (int i = 4; i < 9; i++) {
            assertThat(plugins.at("/" + i + "/state").asText()).as(plugins.get(i).toString()).isEqualTo("ACTIVE");
        }
        for (var code : List.of(tenant, other)) {
            assertThat(client(code, "viewer", Role.VIEWER).execute("{ profile { id } }").at("/data/profile/id").asText()).isEqualTo("national");
        }
    }

    /** Writes a zip of one class and returns its SHA-256. */
    private static String plugin(String id, String body) throws IOException {
        SimpleJavaFileObject unit = new SimpleJavaFileObject(URI.create("string:///vendor/Vendor.java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return HEAD.formatted(body);
            }
        };
        Path classes = Files.createDirectories(folder.resolve("classes-" + id));
        assertThat(ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none", "-d", classes.toString(), "-cp",
                System.getProperty("java.class.path")), null, List.of(unit)).call()).isTrue();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("plugin.properties", bytes("plugin.id=" + id + "\nplugin.version=1.0.0\nplugin.requires=>=1.0.0 & <2.0.0\n"));
        entries.put("profile/profile.yaml", bytes("id: " + id + "\nversion: 1.0.0\nname: 试验\nregionCode: \"000000\"\n"));
        entries.put("classes/META-INF/extensions.idx", bytes("vendor.Vendor\n"));
        entries.put("classes/vendor/Vendor.class", Files.readAllBytes(classes.resolve("vendor/Vendor.class")));
        Path file = folder.resolve(id + ".zip");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return CanonicalJson.sha256(Files.readAllBytes(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
