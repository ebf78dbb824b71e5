package org.lantian.tenancy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/** The database cluster below a data folder: created once, started and stopped by its own programs, loopback only. */
final class PostgresCluster {

    private static final String DATABASE = "lantian";
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "lantian_owner";
    private static final String APPLICATION = "lantian_app";
    private static final String DATA = "postgres";
    /** SQLSTATE of a server that starts, recovers or stops. */
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final Path folder;
    private final PostgresPrograms programs;
    private final Path data;
    private final Path secrets;

    PostgresCluster(Path folder) {
        this.folder = folder;
        this.programs = new PostgresPrograms(folder);
        this.data = folder.resolve(DATA);
        this.secrets = folder.resolve("database.properties");
    }

    /** Creates the cluster if the folder has none, and removes what a killed creation left. Under the election lock. */
    void ensureCreated() throws IOException {
        removeLeftovers();
        if (Files.exists(data.resolve("PG_VERSION")) && Files.exists(secrets)) {
            requireSameMajorVersion();
            return;
        }
        if (Files.exists(data)) {
            throw new IllegalStateException("Folder " + data + " holds an unfinished or foreign database; "
                    + "move it away and start again (数据目录不完整，请移走后重试)");
        }
        Properties made = new Properties();
        for (String login : List.of(SUPERUSER, OWNER, APPLICATION)) {
            made.setProperty(login, freshPassword());
        }
        Path fresh = Files.createTempDirectory(folder, "creating-");
        Path passwordFile = Files.createFile(fresh.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, made.getProperty(SUPERUSER));
        programs.run("initdb", "-D", folder.relativize(fresh.resolve("data")).toString(), "-U", SUPERUSER,
                "--auth=scram-sha-256", "--pwfile=" + folder.relativize(passwordFile), "--encoding=UTF8", "--locale=C",
                "--data-checksums");
        Files.delete(passwordFile);
        writeSecrets(made);
        Files.move(fresh.resolve("data"), data);
        Files.delete(fresh);
    }

    private void removeLeftovers() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "{creating-*,postgres-*.out}")) {
            for (Path path : left) {
                PostgresBinaries.deleteTree(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // an orphaned initdb may still be writing there: the next start removes it
        }
    }

    private void writeSecrets(Properties made) throws IOException {
        Files.deleteIfExists(secrets);
        Files.createFile(secrets,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        StringWriter text = new StringWriter();
        made.store(text, null);
        Files.writeString(secrets, text.toString());
    }

    private void requireSameMajorVersion() throws IOException {
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        String ours = programs.run("postgres", "--version").replaceAll("^\\D*(\\d+).*", "$1").strip();
        if (!found.equals(ours)) {
            throw new IllegalStateException("The data folder was written by PostgreSQL " + found + ", this version of "
                    + "Lantian brings " + ours + ". Start the old version, dump the database with pg_dump, and restore "
                    + "it into a new folder; see platform/docs/operations (数据库主版本不同，请按运维文档迁移)");
        }
    }

    /**
     * The port of the server running on this cluster, if one answers. The port may have gone to another server, and a
     * copied folder names the original's: only a server that says it runs on this folder counts. One that is still
     * recovering is waited for.
     */
    Optional<Integer> findRunningPort() throws IOException {
        List<String> lines = pidFile();
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        Instant limit = Instant.now().plus(RECOVERY);
        while (true) {
            try (Connection connection = superuser(port, "postgres");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW data_directory")) {
                return row.next() && same(Path.of(row.getString(1))) ? Optional.of(port) : Optional.empty();
            } catch (SQLException e) {
                if (!CANNOT_CONNECT_NOW.equals(e.getSQLState()) || Instant.now().isAfter(limit)) {
                    return Optional.empty();
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /**
     * Removes the pid file of a server that is gone, though another process has its number by now: after a crash of the
     * machine PostgreSQL itself would take that process for the server and refuse to start. To be called only by whoever
     * is alone with the folder and found no server on it.
     */
    void removeStalePidFile() throws IOException {
        List<String> lines = pidFile();
        if (!lines.isEmpty() && !worksHere(lines.getFirst().strip())) {
            Files.delete(data.resolve("postmaster.pid"));
        }
    }

    private List<String> pidFile() throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Whether the process has the cluster as its working folder, as a PostgreSQL server has. */
    private boolean worksHere(String processId) {
        try {
            return same(Path.of("/proc", processId, "cwd"));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean same(Path other) throws IOException {
        return Files.isDirectory(other) && Files.isSameFile(other, data);
    }

    /** Starts the server on a free loopback port and waits until it answers. */
    int start(List<String> options) throws IOException {
        int port = freePort();
        List<String> settings = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
                "port=" + port, "max_connections=200", "shared_buffers=128MB", "timezone=Asia/Shanghai",
                "log_timezone=Asia/Shanghai", "logging_collector=off"));
        settings.addAll(options);
        StringBuilder arguments = new StringBuilder();
        settings.forEach(setting -> arguments.append(" -c ").append(setting.endsWith("=") ? setting + "''" : setting));
        programs.run("pg_ctl", "start", "-D", DATA, "-w", "-t", "120", "-l", PostgresPrograms.LOG, "-o",
                arguments.toString().strip());
        return port;
    }

    void stop() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            programs.run("pg_ctl", "stop", "-D", DATA, "-m", "fast", "-w", "-t", "120");
        }
    }

    DatabaseSettings settings(int port) throws IOException {
        Properties known = readSecrets();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        return new DatabaseSettings(url, APPLICATION, known.getProperty(APPLICATION),
                Optional.of(new DatabaseSettings.Owner(url, OWNER, known.getProperty(OWNER))), "t_", true);
    }

    /** Makes the database and its owner's login where they are missing. */
    void bootstrap(int port) throws IOException {
        Properties known = readSecrets();
        try (Connection connection = superuser(port, "postgres"); Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
                statement.execute("CREATE ROLE " + OWNER + " LOGIN CREATEROLE PASSWORD '" + known.getProperty(OWNER)
                        + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            statement.execute("GRANT CREATE, CONNECT ON DATABASE " + DATABASE + " TO " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database could not be prepared: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private Connection superuser(int port, String database) throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER,
                readSecrets().getProperty(SUPERUSER));
    }

    private Properties readSecrets() throws IOException {
        Properties known = new Properties();
        try (var reader = Files.newBufferedReader(secrets)) {
            known.load(reader);
        }
        return known;
    }

    private static String freshPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
