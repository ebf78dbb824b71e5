package org.lantian.engine.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.lantian.engine.yaml.YamlSchema;
import org.lantian.plugin.RegionalProfile;

/** The published JSON Schemas of the files of a profile: resources {@code org/lantian/plugin/schema/*.json} of plugin-api. */
public final class ProfileSchemas {

    private static final List<String> FILES = List.of("profile.yaml", "outline.yaml", "tables.yaml", "rules.yaml",
            "limits.yaml", "techniques.yaml", "grammar.yaml", "template.yaml", "vocabulary.yaml", "targets.yaml",
            "tasks.yaml", "grades.yaml", "calendar.yaml", "settings.yaml", "sources.yaml",
            "registers.yaml");
    private static final Map<String, YamlSchema> SCHEMAS = new ConcurrentHashMap<>();

    private ProfileSchemas() {
    }

    /** Names of all files that a profile may have. */
    public static List<String> files() {
        return FILES;
    }

    /** The schema of a file, by its name. */
    public static YamlSchema of(String file) {
        return SCHEMAS.computeIfAbsent(file, ProfileSchemas::load);
    }

    private static YamlSchema load(String file) {
        String resource = "schema/" + file.replace(".yaml", ".json");
        try (InputStream in = RegionalProfile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema for " + file);
            }
            return YamlSchema.of(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
