package org.lantian.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The source folder of a plugin under development: {@code plugin.properties} and {@code profile/*.yaml}, or a project with them in
 * {@code src/main/plugin}. Classes are left out; they come as a zip.
 */
record DevSource(Path folder) {

    private static final Path INSIDE_PROJECT = Path.of("src/main/plugin");
    private static final long EPOCH = 1_767_225_600_000L;

    DevSource {
        folder = Files.isDirectory(folder.resolve(INSIDE_PROJECT)) ? folder.resolve(INSIDE_PROJECT) : folder;
    }

    /** Changes whenever a file comes, goes or is written. */
    String signature() {
        StringBuilder signature = new StringBuilder();
        for (Path file : files()) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                signature.append(file).append('|').append(attributes.lastModifiedTime().toMillis()).append('|').append(attributes.size())
                        .append('\n');
            } catch (IOException _) {
                // an editor is just replacing it
                signature.append(file).append("|?\n");
            }
        }
        return signature.toString();
    }

    /** Packs it as its build would. */
    void pack(Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files()) {
                byte[] content;
                try {
                    content = Files.readAllBytes(file);
                } catch (NoSuchFileException _) {
                    continue;
                }
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setTime(EPOCH);
                out.putNextEntry(entry);
                out.write(content);
            }
        }
    }

    private List<Path> files() {
        return Stream.of(folder, folder.resolve("profile")).filter(Files::isDirectory).flatMap(DevSource::inside)
                .filter(file -> file.getFileName().toString().matches("plugin\\.properties|[^.].*\\.yaml")).sorted().toList();
    }

    private static Stream<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
