package org.lantian.tenancy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aPidFileOfAMachineThatCrashedDoesNotBlockTheStart(@TempDir Path folder) throws Exception {
        EmbeddedPostgres.open(folder, FAST).close();
        try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path data = folder.toRealPath().resolve("postgres");
            Files.write(data.resolve("postmaster.pid"), List.of(String.valueOf(ProcessHandle.current().pid()),
                    data.toString(), "1700000000", String.valueOf(foreign.getLocalPort()), "", "127.0.0.1", "  1 2",
                    "ready   "));
            Thread.ofVirtual().start(() -> closeWhoeverCalls(foreign));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder, FAST)) {
                assertThat(connects(postgres.settings())).isTrue();
                assertThat(postgres.settings().url()).doesNotContain(":" + foreign.getLocalPort() + "/");
            }
        }
    }

    private static void closeWhoeverCalls(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void aCopyOfARunningFolderIsADatabaseOfItsOwn(@TempDir Path folder, @TempDir Path backup) throws Exception {
        Path copy = backup.resolve("copy");
        EmbeddedPostgres.open(folder, FAST).close();
        copyTree(folder, copy);
        try (EmbeddedPostgres original = EmbeddedPostgres.open(folder, FAST)) {
            Files.copy(folder.resolve("postgres/postmaster.pid"), copy.resolve("postgres/postmaster.pid"));
            try (EmbeddedPostgres second = EmbeddedPostgres.open(copy, FAST)) {
                assertThat(second.settings().url()).isNotEqualTo(original.settings().url());
            }
            assertThat(connects(original.settings())).as("the original goes on").isTrue();
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void whatAKilledCreationLeftIsRemoved(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("creating-123/data/base"));
        Files.writeString(folder.resolve("creating-123/password"), "secret");
        Files.writeString(folder.resolve("postgres-9.out"), "");
        EmbeddedPostgres.open(folder, FAST).close();
        try (var left = Files.list(folder)) {
            assertThat(left).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrder("postgres",
                    "postgres.log", "database.properties", "election.lock", "users.lock");
        }
    }

    @Test
    void aStartThatWasCutOffBeforeTheLoginsWereMadeIsFinishedByTheNext(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.open(folder, FAST)) {
            DatabaseSettings settings = first.settings();
            Properties secrets = new Properties();
            try (var reader = Files.newBufferedReader(folder.resolve("database.properties"))) {
                secrets.load(reader);
            }
            String server = settings.url().substring(0, settings.url().lastIndexOf('/'));
            try (Connection superuser = DriverManager.getConnection(server + "/postgres", "postgres",
                    secrets.getProperty("postgres")); Statement statement = superuser.createStatement()) {
                statement.execute("DROP DATABASE lantian");
                statement.execute("DROP ROLE lantian_owner");
            }
            Process second = attach(folder);
            assertThat(second.inputReader().readLine()).isEqualTo("attached " + settings.url());
            assertThat(connects(settings)).isTrue();
            second.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b 数据 目录", "q\"uo'te $HOME `x` \\ (y) & ;", "very/long/path"})
    void aFolderMayHaveAnyName(String name, @TempDir Path parent) {
        Path folder = name.startsWith("very") ? parent.resolve("长".repeat(60)).resolve("y".repeat(200)) : parent.resolve(name);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder, FAST)) {
            assertThat(connects(postgres.settings())).isTrue();
        }
    }

    @Test
    void twoThatUnpackTheProgramsAtOnceBothGoOn(@TempDir Path folder) throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/bin")).getParent();
        Path program = Files.createFile(home.resolve("bin/postgres"));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path late = Files.createDirectories(folder.resolve("late/bin")).getParent();
        PostgresBinaries.move(late, home);
        assertThat(program).exists();
    }
}
