package org.lantian.tenancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedPostgresTest {

    private static final List<String> FAST = List.of("fsync=off");

    /** Attaches to the folder given, tells so, and waits to be killed. */
    public static final class Attached {
        public static void main(String[] arguments) throws IOException {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(arguments[0]), FAST)) {
                System.out.println("attached " + postgres.settings().url());
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void othersAttachTheLastOneOutStopsItAndAKilledOneCountsAsOut(@TempDir Path folder) throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.open(folder, FAST);
        DatabaseSettings settings = first.settings();
        Process second = attach(folder);
        assertThat(second.inputReader().readLine()).isEqualTo("attached " + settings.url());
        first.close();
        assertThat(connects(settings)).as("still used by the second process").isTrue();
        EmbeddedPostgres third = EmbeddedPostgres.open(folder, FAST);
        second.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        assertThat(connects(settings)).isTrue();
        third.close();
        assertThat(connects(settings)).as("nobody uses it any more").isFalse();
    }

    private static Process attach(Path folder) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Attached.class.getName(), folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static boolean connects(DatabaseSettings settings) {
        DatabaseSettings.Owner owner = settings.owner().orElseThrow();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void secretsAreForTheUserAloneAndPasswordsAreAsked(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder, FAST)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                    folder.resolve("database.properties")))).isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.settings().url(), "lantian_owner", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(postgres.settings().url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedWithInstructions(@TempDir Path folder) throws Exception {
        EmbeddedPostgres.open(folder, FAST).close();
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "13\n");
        assertThatThrownBy(() -> EmbeddedPostgres.open(folder, FAST)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PostgreSQL 13").hasMessageContaining("pg_dump");
    }

    @Test
    void anUnfinishedFolderIsRefusedAndLeftAlone(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/keep"), "mine");
        assertThatThrownBy(() -> EmbeddedPostgres.open(folder, FAST)).isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("postgres/keep")).hasContent("mine");
    }
}
