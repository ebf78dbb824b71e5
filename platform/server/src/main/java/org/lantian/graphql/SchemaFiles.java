package org.lantian.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

/** The published schema: every {@code graphql/*.graphqls} on the class path. */
final class SchemaFiles {

    private static final String FOLDER = "graphql/";

    private SchemaFiles() {
    }

    static TypeDefinitionRegistry read() {
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        SchemaParser parser = new SchemaParser();
        texts().forEach((name, text) -> registry.merge(parser.parse(text)));
        return registry;
    }

    /** File name to text, by name. */
    static Map<String, String> texts() {
        URL root = SchemaFiles.class.getClassLoader().getResource(FOLDER + "root.graphqls");
        if (root == null) {
            throw new IllegalStateException(FOLDER + "root.graphqls is not on the class path");
        }
        try {
            URI uri = root.toURI();
            if ("jar".equals(uri.getScheme())) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return read(jar.getPath(FOLDER));
                }
            }
            return read(Path.of(uri).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (var files = Files.list(folder)) {
            List<Path> schemas = files.filter(file -> file.toString().endsWith(".graphqls")).toList();
            for (Path file : schemas) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
