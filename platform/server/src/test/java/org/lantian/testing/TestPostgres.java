package org.lantian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.lantian.tenancy.DatabaseSettings;
import org.lantian.tenancy.EmbeddedPostgres;

/**
 * One embedded PostgreSQL for the whole test run; durability off, because nobody keeps the data. With
 * {@code -Dlantian.test.url} and the owner's and application's logins the tests use an external server instead.
 */
public final class TestPostgres {

    private static final DatabaseSettings SETTINGS = start();

    private TestPostgres() {
    }

    public static DatabaseSettings settings() {
        return SETTINGS;
    }

    private static DatabaseSettings start() {
        String external = System.getProperty("lantian.test.url", "");
        if (!external.isBlank()) {
            return new DatabaseSettings(external, "lantian_app", System.getProperty("lantian.test.password"),
                    java.util.Optional.of(new DatabaseSettings.Owner(
                            System.getProperty("lantian.test.owner.url", external), System.getProperty("lantian.test.owner"),
                            System.getProperty("lantian.test.owner.password"))),
                    "t_", false);
        }
        try {
            Path target = Path.of("target");
            Files.createDirectories(target);
            Path folder = Files.createTempDirectory(target, "postgres-");
            EmbeddedPostgres postgres = EmbeddedPostgres.open(folder,
                    List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.close();
                deleteTree(folder);
            }));
            return postgres.settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path root) {
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
