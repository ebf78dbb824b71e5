package org.lantian.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.tenancy.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands as a script runs them, one after the other on one data folder that another process also uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    static Path folder;
    private static EmbeddedPostgres beside;
    private String out = "";
    private String error = "";

    @BeforeAll
    static void keepTheDatabaseRunningLikeAServerDoes() {
        System.setProperty("lantian.home", REPOSITORY.toString());
        System.setProperty("lantian.plugins", Path.of("target/plugins").toAbsolutePath().toString());
        beside = EmbeddedPostgres.open(folder.resolve("data"), List.of("fsync=off"));
    }

    @AfterAll
    static void stop() {
        System.clearProperty("lantian.home");
        System.clearProperty("lantian.plugins");
        beside.close();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        out = run.out();
        error = run.error();
        return run.code();
    }

    private JsonNode json() throws IOException {
        return JSON.readTree(out);
    }

    @Test
    @Order(1)
    void beforeAnythingIsAppliedCommandsSayWhatToDo() {
        assertThat(run("tenant", "list")).isEqualTo(Lantian.NOT_READY);
        assertThat(error).contains("tenant apply");
    }

    @Test
    @Order(2)
    void aBrokenTenantFolderIsToldByFileLineAndColumnAndCreatesNothing() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("tenant.yaml"), "code: Broken!\nname: 坏\nwrong: 1\n");
        assertThat(run("tenant", "apply", broken.toString())).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(error).contains("tenant.yaml:3:").contains("wrong");
    }

    @Test
    @Order(3)
    void tenantsAreAppliedOnceAndThenUnchanged() {
        String tenants = REPOSITORY.resolve("tenants").toString();
        assertThat(run("tenant", "apply", tenants)).as(error).isZero();
        assertThat(out).contains("shapotou", "新建", "初始口令");
        assertThat(run("tenant", "apply", tenants)).isZero();
        assertThat(out).contains("无变化").doesNotContain("初始口令");
        assertThat(run("tenant", "list")).isZero();
        assertThat(out.lines()).hasSize(4);
        assertThat(run("tenant", "migrate")).isZero();
        assertThat(run("tenant", "show", "nowhere")).isEqualTo(Lantian.REFUSED);
    }

    @Test
    @Order(4)
    void aTemplateIsWrittenAndImportsAsNothing() throws IOException {
        Path template = folder.resolve("template.xlsx");
        assertThat(run("template", "--profile", "national", "--year", "2024", "--table", "all", "-o", template.toString()))
                .as(error).isZero();
        assertThat(Files.size(template)).isPositive();
        assertThat(run("import", "--tenant", "xianyang", template.toString(), "--format", "json")).isZero();
        assertThat(json().at("/rows").asInt()).isZero();
        assertThat(run("template", "--profile", "national", "--year", "2024", "--table", "table9", "-o",
                template.toString())).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(error).contains("table1");
    }

    @Test
    @Order(5)
    void theDemoRunsTheMainJobAndWritesItsFiles() {
        Path files = folder.resolve("out");
        assertThat(run("demo", "--once", "--out", files.toString())).as(error).isZero();
        assertThat(files).isDirectoryContaining("glob:**.docx").isDirectoryContaining("glob:**校核报告.html")
                .isDirectoryContaining("glob:**示例台账.xlsx");
        assertThat(run("demo", "--once", "--out", files.toString())).as(error).isZero();
        assertThat(out).contains("新增 0 家，变更 0 家");
        assertThat(run("plan", "list", "--tenant", "shapotou", "--format", "json")).isZero();
        assertThat(out).containsOnlyOnce("\"state\"");
    }

    @Test
    @Order(6)
    void importingTheDemosWorkbookAgainChangesNothing() throws IOException {
        Path workbook = demoWorkbook();
        assertThat(run("import", "--tenant", "shapotou", workbook.toString(), "--dry-run", "--format", "json")).isZero();
        assertThat(json().fieldNames()).toIterable().contains("rows", "added", "changed", "removed", "errors");
        assertThat(json().at("/added").asInt() + json().at("/changed").asInt() + json().at("/removed").asInt()).isZero();
        assertThat(json().at("/rows").asInt()).isGreaterThan(69);
    }

    private Path demoWorkbook() throws IOException {
        try (var files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith("示例台账.xlsx")).findFirst().orElseThrow();
        }
    }

    @Test
    @Order(7)
    void aFileThatIsNoWorkbookIsRefusedInWords() throws IOException {
        Path text = Files.writeString(folder.resolve("台账.xlsx"), "not a workbook");
        assertThat(run("import", "--tenant", "shapotou", text.toString())).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(error).contains("lantian:").doesNotContain("Exception");
        assertThat(run("import", "--tenant", "shapotou", folder.resolve("none.xlsx").toString()))
                .isEqualTo(Lantian.INPUT_ERRORS);
    }

    @Test
    @Order(8)
    void aPlanGoesFromDraftToIssue() throws IOException {
        assertThat(run("diagnose", "--tenant", "shapotou", "--format", "json")).isZero();
        assertThat(json().at("/enterprises").asInt()).isEqualTo(69);
        assertThat(run("plan", "compose", "--tenant", "shapotou", "--cluster", "没有的集群")).isEqualTo(Lantian.REFUSED);
        assertThat(error).contains("沙坡头区涉气产业集群");
        assertThat(run("plan", "compose", "--tenant", "shapotou", "--cluster", "沙坡头区涉气产业集群")).isZero();
        String id = out.strip();
        assertThat(run("plan", "check", "--tenant", "shapotou", "--plan", id, "--format", "json")).isZero();
        assertThat(json().isArray()).isTrue();
        Path word = folder.resolve("方案.docx");
        assertThat(run("plan", "render", "--tenant", "shapotou", "--plan", id, "-o", word.toString())).isZero();
        assertThat(Files.size(word)).isGreaterThan(10_000);
        assertThat(run("plan", "issue", "--tenant", "shapotou", "--plan", id, "--number", "[2026]01号"))
                .isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(error).contains("〔");
        assertThat(run("plan", "issue", "--tenant", "shapotou", "--plan", id, "--number", "卫沙政发〔2026〕1号"))
                .isEqualTo(Lantian.REFUSED);
        assertThat(run("plan", "review", "submit", "--tenant", "shapotou", "--plan", id, "--word", "已核对")).as(error).isZero();
        for (String role : List.of("reviewer", "leader")) {
            assertThat(run("plan", "review", "approve", "--tenant", "shapotou", "--plan", id, "--note", role)).as(error).isZero();
        }
        assertThat(run("plan", "issue", "--tenant", "shapotou", "--plan", id, "--number", "卫沙政发〔2026〕1号")).isZero();
        assertThat(run("plan", "issue", "--tenant", "shapotou", "--plan", id, "--number", "卫沙政发〔2026〕2号"))
                .isEqualTo(Lantian.REFUSED);
        assertThat(run("plan", "diff", "--tenant", "shapotou", "--plan", id)).as(error).isZero();
        assertThat(error).contains("差异 0 处");
        assertThat(run("plan", "diff", "--tenant", "shapotou", "--plan", id, "--to", "9")).isEqualTo(Lantian.REFUSED);
        assertThat(run("plan", "list", "--tenant", "xianyang", "--format", "json")).isZero();
        assertThat(json().size()).isZero();
        consultOnItsRevision(id);
    }

    private void consultOnItsRevision(String id) {
        assertThat(run("plan", "review", "revise", "--tenant", "shapotou", "--plan", id)).as(error).isZero();
        String revision = out.strip().split("\t")[0];
        editAClauseOf(revision);
        String[] open = {"plan", "consult", "open", "--tenant", "shapotou", "--plan", revision, "--deadline", "2999-12-31",
                "--unit", "nowhere"};
        assertThat(run(open)).isEqualTo(Lantian.REFUSED);
        assertThat(error).contains("nowhere", "有：");
        open[open.length - 1] = error.substring(error.indexOf("有：") + 2).split("、|……")[0];
        assertThat(run(open)).as(error).isZero();
        String consultation = out.strip();
        assertThat(run("plan", "consult", "comment", "--tenant", "shapotou", "--consultation", consultation, "--unit",
                open[open.length - 1], "--text", "请明确时限。")).as(error).isZero();
        String comment = out.strip();
        assertThat(run("plan", "consult", "decide", "--tenant", "shapotou", "--comment", comment, "--decision",
                "NOT_ADOPTED")).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(run("plan", "consult", "decide", "--tenant", "shapotou", "--comment", comment, "--decision", "ADOPTED"))
                .as(error).isZero();
        assertThat(run("plan", "consult", "close", "--tenant", "shapotou", "--plan", revision)).as(error).isZero();
        assertThat(run("plan", "consult", "opinions", "--tenant", "shapotou", "--consultation", consultation, "-o",
                folder.resolve("意见汇总表.docx").toString())).as(error).isZero();
        assertThat(run("plan", "review", "withdraw", "--tenant", "shapotou", "--plan", id, "--reason", "另有部署")).as(error)
                .isZero();
    }

    private void editAClauseOf(String plan) {
        assertThat(run("plan", "clause", "list", "--tenant", "shapotou", "--plan", plan)).as(error).isZero();
        String[] found = out.lines().filter(line -> line.contains("坚持分类施策")).findFirst().orElseThrow().split("\t");
        String[] section = out.lines().filter(line -> line.endsWith("\t目标")).findFirst().orElseThrow().split("\t");
        assertThat(run("plan", "clause", "revise", "--tenant", "shapotou", "--plan", plan, "--clause", found[0], "--text",
                "坚持一企一策。")).as(error).isZero();
        assertThat(out).contains("*\t坚持一企一策。");
        assertThat(run("plan", "clause", "insert", "--tenant", "shapotou", "--plan", plan, "--parent", section[0], "--text",
                "统筹推进。")).as(error).isZero();
        String own = out.split("\t")[0];
        assertThat(run("plan", "clause", "delete", "--tenant", "shapotou", "--plan", plan, "--clause", own)).isZero();
        assertThat(out).contains("-\t统筹推进。");
        assertThat(run("plan", "clause", "delete", "--tenant", "shapotou", "--plan", plan, "--clause", section[0]))
                .isEqualTo(Lantian.REFUSED);
        for (int i = 0; i < 3; i++) {
            assertThat(run("plan", "clause", "undo", "--tenant", "shapotou", "--plan", plan)).as(error).isZero();
        }
        assertThat(out).contains("坚持分类施策");
        assertThat(run("plan", "clause", "undo", "--tenant", "shapotou", "--plan", plan)).isEqualTo(Lantian.REFUSED);
        assertThat(run("plan", "clause", "refresh", "--tenant", "shapotou", "--plan", plan)).isZero();
        assertThat(out.strip()).isEqualTo("0");
    }

    @Test
    @Order(9)
    void observersAreMadeOnce() {
        assertThat(run("observer", "create", "--name", "ningxia", "--region", "64")).as(error).isZero();
        assertThat(out.strip()).hasSize(16);
        assertThat(run("observer", "create", "--name", "ningxia", "--region", "64")).isEqualTo(Lantian.REFUSED);
        assertThat(run("observer", "create", "--name", "X", "--region", "64")).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(run("observer", "list")).isZero();
        assertThat(out.strip()).isEqualTo("ningxia\t64");
    }

    @Test
    @Order(9)
    void tokensAndPasswordsAreForKnownUsersOnly() {
        assertThat(run("token", "--tenant", "shapotou", "--user", "admin")).isZero();
        assertThat(out.strip().split("\\.")).hasSize(3);
        assertThat(run("token", "--tenant", "shapotou", "--user", "nobody")).isEqualTo(Lantian.REFUSED);
        assertThat(run("user", "reset-password", "--tenant", "shapotou")).isZero();
        assertThat(out.strip()).hasSize(16);
    }

    @Test
    @Order(10)
    void wrongUsageIsExitCodeTwo() {
        assertThat(run("plan", "check")).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
    }
}
