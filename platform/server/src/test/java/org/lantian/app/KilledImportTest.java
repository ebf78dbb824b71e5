package org.lantian.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.profile.Profiles;
import org.lantian.tenancy.DatabaseSettings;
import org.lantian.tenancy.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code lantian import} in a process of its own that is killed (SIGKILL) halfway: nothing is half, nothing is stuck. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class KilledImportTest {

    private static final int ENTERPRISES = 300;
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> CITIES = List.of("shapotou", "xianyang", "guancheng");

    @TempDir
    static Path folder;
    private EmbeddedPostgres beside;
    private Path workbook;

    @BeforeAll
    void applyTenants() throws IOException {
        System.setProperty("lantian.home", REPOSITORY.toString());
        System.setProperty("lantian.plugins", Path.of("target/plugins").toAbsolutePath().toString());
        beside = EmbeddedPostgres.open(data(), List.of("fsync=off"));
        workbook = folder.resolve("台账.xlsx");
        try (Installation installation = Installation.openWithoutDatabase(data())) {
            LargeLedger.write(installation.bean(Profiles.class).requireInstalled("national"), ENTERPRISES, 0, workbook);
        }
        for (String city : CITIES) {
            CommandRun applied = run("tenant", "apply", REPOSITORY.resolve("tenants").resolve(city).toString());
            assertThat(applied.code()).as(applied.error()).isZero();
        }
    }

    @AfterAll
    void stop() {
        System.clearProperty("lantian.home");
        System.clearProperty("lantian.plugins");
        beside.close();
    }

    @Test
    void killedWhileItWritesItLeavesNothingAndTheNextImportTakesEverything() throws Exception {
        try (Connection owner = owner(beside.settings())) {
            hold(owner, "LOCK TABLE t_shapotou.ledger_change IN SHARE MODE");
            Process importing = importing("shapotou");
            awaitWaiting(importing, "t_shapotou.ledger_change");
            assertThat(number("SELECT count(*) FROM pg_locks waiting JOIN pg_locks held USING (pid) WHERE NOT "
                    + "waiting.granted AND waiting.relation = 't_shapotou.ledger_change'::regclass AND held.granted AND "
                    + "held.mode = 'RowExclusiveLock' AND held.relation IN ('t_shapotou.enterprise'::regclass, "
                    + "'t_shapotou.treatment'::regclass, 't_shapotou.ledger_import'::regclass)"))
                    .as("tables that the killed transaction has written to").isEqualTo(3);
            kill(importing);
        }
        assertNothingIn("shapotou");
        assertNextImportTakesEverything("shapotou");
        assertNothingIn("guancheng");
    }

    /** The killed process is the last user of the database, which runs on without anybody until the next command. */
    @Test
    void killedWhileItReadsItLeavesNothingAndTheNextImportTakesEverything() throws Exception {
        try (Connection owner = owner(beside.settings())) {
            hold(owner, "LOCK TABLE t_xianyang.enterprise IN ACCESS EXCLUSIVE MODE");
            Process importing = importing("xianyang");
            try (BufferedReader told = importing.errorReader(StandardCharsets.UTF_8)) {
                assertThat(told.readLine()).matches("(?:读取工作簿|识别表格|与台账核对).*");
            }
            beside.close();
            kill(importing);
        }
        beside = EmbeddedPostgres.open(data(), List.of("fsync=off"));
        assertNothingIn("xianyang");
        assertNextImportTakesEverything("xianyang");
        assertNothingIn("guancheng");
    }

    private void assertNothingIn(String city) throws SQLException {
        for (String table : List.of("enterprise", "cluster", "product", "treatment", "ledger_import", "ledger_change")) {
            assertThat(number("SELECT count(*) FROM t_" + city + "." + table)).as(city + "." + table).isZero();
        }
        assertThat(number("SELECT version FROM t_" + city + ".ledger_state")).isZero();
        assertThat(number("SELECT count(*) FROM t_" + city + ".file")).isZero();
    }

    private void assertNextImportTakesEverything(String city) throws SQLException {
        CommandRun next = run("import", "--tenant", city, workbook.toString());
        assertThat(next.code()).as(next.error()).isZero();
        assertThat(next.out()).contains("已入账：" + 2 * ENTERPRISES + " 行；企业新增 " + ENTERPRISES + " 家、变更 0 家");
        assertThat(number("SELECT count(*) FROM t_" + city + ".enterprise")).isEqualTo(ENTERPRISES);
        assertThat(number("SELECT count(*) FROM t_" + city + ".product")).isEqualTo(2 * ENTERPRISES);
        assertThat(number("SELECT count(*) FROM t_" + city + ".ledger_import WHERE state = 'COMMITTED'")).isEqualTo(1);
        assertThat(run("import", "--tenant", city, workbook.toString()).out()).contains("企业新增 0 家、变更 0 家");
    }

    private Process importing(String city) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-Dfile.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dlantian.home=" + System.getProperty("lantian.home"),
                "-Dlantian.plugins=" + System.getProperty("lantian.plugins"), "-cp",
                System.getProperty("java.class.path"), Lantian.class.getName(), "import", "--tenant", city, "--data",
                data().toString(), workbook.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** On Linux this is SIGKILL: no shutdown hook runs. */
    private static void kill(Process process) throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        assertThat(process.destroyForcibly().waitFor()).isEqualTo(128 + 9);
    }

    private void awaitWaiting(Process process, String table) throws SQLException {
        String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '" + table + "'::regclass";
        while (number(waiting) == 0) {
            assertThat(process.isAlive()).isTrue();
        }
    }

    /** Until the connection is closed. */
    private static void hold(Connection owner, String lock) throws SQLException {
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            statement.execute(lock);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection owner = owner(beside.settings()); Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection owner(DatabaseSettings settings) throws SQLException {
        DatabaseSettings.Owner owner = settings.owner().orElseThrow();
        return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static CommandRun run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data().toString();
        return CommandRun.of(all);
    }
}
