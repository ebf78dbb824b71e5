package org.lantian.tenancy;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The database cluster below a data folder: created once, started and stopped by its own programs, loopback only. */
final class PostgresCluster {

    private static final String DATABASE = "lantian";
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "lantian_owner";
    private static final String APPLICATION = "lantian_app";

    private final Path folder;
    private final Path data;
    private final Path secrets;

    PostgresCluster(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("postgres");
        this.secrets = folder.resolve("database.properties");
    }

    /** Creates the cluster if the folder has none; finishes nothing half done by removing an unfinished one. */
    void ensureCreated() throws IOException {
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
        run(List.of(binary("initdb"), "-D", fresh.resolve("data").toString(), "-U", SUPERUSER, "--auth=scram-sha-256",
                "--pwfile=" + passwordFile, "--encoding=UTF8", "--locale=C", "--data-checksums"));
        Files.delete(passwordFile);
        writeSecrets(made);
        Files.move(fresh.resolve("data"), data);
        Files.delete(fresh);
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
        String ours = run(List.of(binary("postgres"), "--version")).replaceAll("^\\D*(\\d+).*", "$1").strip();
        if (!found.equals(ours)) {
            throw new IllegalStateException("The data folder was written by PostgreSQL " + found + ", this version of "
                    + "Lantian brings " + ours + ". Start the old version, dump the database with pg_dump, and restore "
                    + "it into a new folder; see platform/docs/operations (数据库主版本不同，请按运维文档迁移)");
        }
    }

    /** The port of the server running on this cluster, if one answers. */
    Optional<Integer> findRunningPort() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        try (Connection ignored = superuser(port, "postgres")) {
            return Optional.of(port);
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** Starts the server on a free loopback port, waits until it answers and makes the logins. */
    int start(List<String> options) throws IOException {
        int port = freePort();
        List<String> settings = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
                "port=" + port, "max_connections=200", "shared_buffers=128MB", "timezone=Asia/Shanghai",
                "log_timezone=Asia/Shanghai", "logging_collector=off"));
        settings.addAll(options);
        StringBuilder arguments = new StringBuilder();
        settings.forEach(setting -> arguments.append(" -c ").append(setting.endsWith("=") ? setting + "''" : setting));
        run(List.of(binary("pg_ctl"), "start", "-D", data.toString(), "-w", "-t", "120", "-l",
                folder.resolve("postgres.log").toString(), "-o", arguments.toString().strip()));
        bootstrap(port);
        return port;
    }

    void stop() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            run(List.of(binary("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "120"));
        }
    }

    DatabaseSettings settings(int port) throws IOException {
        Properties known = readSecrets();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        return new DatabaseSettings(url, APPLICATION, known.getProperty(APPLICATION),
                Optional.of(new DatabaseSettings.Owner(url, OWNER, known.getProperty(OWNER))), "t_", true);
    }

    private void bootstrap(int port) throws IOException {
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

    private static String binary(String name) throws IOException {
        return PostgresBinaries.require().resolve("bin").resolve(name).toString();
    }

    /** Runs a PostgreSQL program; as root it goes through {@code unshare}, because PostgreSQL refuses root. */
    private String run(List<String> command) throws IOException {
        List<String> full = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            full.addAll(List.of("unshare", "-U"));
        }
        full.addAll(command);
        Path output = Files.createTempFile(folder, "postgres-", ".out");
        try {
            Process process = new ProcessBuilder(full).redirectErrorStream(true).redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.getFirst() + " did not finish within 180 seconds");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(Path.of(command.getFirst()).getFileName() + " failed: " + text.strip()
                        + logTail());
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private String logTail() throws IOException {
        Path log = folder.resolve("postgres.log");
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
