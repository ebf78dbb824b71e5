package org.lantian.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lantian.tenancy.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands of 一企一档 on the demo's ledger. */
class LedgerCommandsTest {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    static Path folder;
    private static EmbeddedPostgres beside;
    private String out = "";
    private String error = "";

    @BeforeAll
    static void keepTheDatabaseRunning() {
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

    @Test
    void theFilesOfEnterprisesAreKeptFromTheCommandLine() {
        assertThat(run("demo", "--once", "--out", folder.resolve("out").toString())).as(error).isZero();
        accountsAMeasure();
        ledger("permits");
        assertThat(out.lines()).hasSizeGreaterThan(69).anySatisfy(line -> assertThat(line).contains("许可证编号"));
        ledger("round", "open", "--period", "2026-Q3");
        assertThat(out).contains("2026年第3季度季度校核", "进行中", "期限依据：");
        String round = out.split("\t")[0];
        ledger("round", "show", "--round", round);
        String[] first = out.lines().filter(line -> line.matches("\\d+\t.*")).findFirst().orElseThrow().split("\t");
        String name = first[2];
        ledger("round", "late", "--round", round);
        assertThat(out).isEmpty();
        ledger("round", "fill", "--form", first[0]);
        assertThat(out).contains(":");
        assertThat(call("round", "fill", "--form", first[0], "--set", "product.output:没有=1")).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(error).contains("FIGURES_MISSING", "FIGURE_NOT_ASKED");
        ledger("round", "jumps");

        ledger("edit", "--enterprise", name, "--set", "enterprise.grade=引领性样本");
        assertThat(out).contains("已修改 1 项");
        ledger("history", "--enterprise", name, "--field", "enterprise.grade");
        assertThat(out.lines()).first().asString().contains("operator", "修改", "环保绩效等级", "→ 引领性样本");
        ledger("register", "declare", "--register", "正面清单", "--holds", "enterprise_grade == '引领性样本'", "--because",
                "绩效等级为{enterprise.grade}。");
        ledger("register", "show", "--register", "正面清单");
        assertThat(out).contains(name, "规则判定", "绩效等级为引领性样本。");
        ledger("register", "declare", "--register", "排放大户", "--emission", "NOX=100000000");
        ledger("register", "add", "--register", "黑名单", "--enterprise", name, "--source", "处罚决定书");
        ledger("register", "end", "--register", "黑名单", "--enterprise", name);
        ledger("register", "offered");
        assertThat(out).isEmpty();
        assertThat(call("register", "adopt", "--id", "nowhere")).isNotZero();
        assertThat(error).contains("PROFILE_REGISTER_NOT_FOUND");
        ledger("register", "list");
        assertThat(out.lines()).hasSize(5);
        showsTheFile(name);

        ledger("succession", "rename", "--enterprise", name, "--name", "改名后的样本企业");
        String command = out.split("\t")[0];
        ledger("succession", "undo", "--command", command);
        assertThat(out).contains("已撤销");
        ledger("succession", "split", "--enterprise", name, "--part", "分出来的样本企业", "--rows", "equipment=1");
        assertThat(call("succession", "split", "--enterprise", name, "--part", "另一家样本企业", "--rows", "outlet=99"))
                .isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(error).contains("ROW_UNKNOWN");
        ledger("succession", "merge", "--into", name, "--from", "分出来的样本企业", "--figures", "add");
        ledger("succession", "list");
        assertThat(out.lines()).hasSize(3);
        ledger("succession", "questions");
        ledger("succession", "answer", "--enterprise", name, "--name", "从前的样本名称", "--same");
        assertThat(out).contains("从前的样本名称\t即\t" + name);
        assertThat(call("history", "--enterprise", "没有的企业")).isEqualTo(Lantian.REFUSED);
    }

    private void accountsAMeasure() {
        assertThat(run("measure", "list", "--cluster", "沙坡头区涉气产业集群", "--tenant", "shapotou")).as(error).isZero();
        String id = out.lines().filter(line -> line.contains("\t就地改造\t") && !line.endsWith("*")).findFirst().orElseThrow()
                .split("\t")[0];
        String[] account = {"measure", "account", "--tenant", "shapotou", "--measure", id, "--pollutant", "VOCS", "--method",
                "BALANCE", "--unit", "喷漆", "--before", "material=油漆:120:35,collected=0,efficiency=0", "--after",
                "collected=0.9,efficiency=0.8"};
        assertThat(run(account)).as(error).isZero();
        assertThat(out).contains("VOCs减排量：", "改造前 油漆使用量 = 120吨", "结果 30.24吨");
        account[account.length - 1] = "capture=0.9";
        assertThat(run(account)).isNotZero();
        assertThat(error).contains("ACCOUNTING_INPUT", "efficiency");
    }

    private void showsTheFile(String name) {
        ledger("list", "--name", name);
        assertThat(out.lines()).singleElement().asString().contains(name, "引领性样本");
        ledger("list", "--limit", "2");
        assertThat(out.lines()).hasSize(2);
        assertThat(error).contains("共 69 家，列出前 2 家");
        ledger("show", "--enterprise", name);
        assertThat(out).contains("首次登记（导入 1）。", "一、基本情况", "环保绩效等级\t引领性样本", "五、存在问题", "六、提升任务", "处罚决定书");
        Path word = folder.resolve("out/file.docx");
        ledger("show", "--enterprise", name, "-o", word.toString());
        assertThat(word).isNotEmptyFile();
        assertThat(call("show", "--enterprise", name, "-o", "file.pdf")).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(error).contains(".docx");
    }

    private void ledger(String... arguments) {
        assertThat(call(arguments)).as(String.join(" ", arguments) + "\n" + error).isZero();
    }

    /** A command below {@code ledger}; its options come last, so the tenant can too. */
    private int call(String... arguments) {
        List<String> all = new ArrayList<>(List.of("ledger"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--tenant", "shapotou"));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        out = run.out();
        error = run.error();
        return run.code();
    }
}
