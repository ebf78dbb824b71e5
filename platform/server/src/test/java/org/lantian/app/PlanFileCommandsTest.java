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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands over plan files, which make no database. */
class PlanFileCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAN = """
            示例市2024年大气污染防治工作方案
            一、重点任务
            （一）企业治理
            1.完善企业台账。2024年6月底前，完成50家企业台账核查。
            责任领导：张三
            牵头单位：大气科
            责任单位：甲分局
            三、保障措施
            加强组织领导，落实“一企一策”。
            """;

    @TempDir
    Path folder;
    private String out = "";
    private String error = "";

    @BeforeAll
    static void usePackedPlugins() {
        System.setProperty("lantian.home", Path.of("../..").toAbsolutePath().normalize().toString());
        System.setProperty("lantian.plugins", Path.of("target/plugins").toAbsolutePath().toString());
    }

    @AfterAll
    static void forget() {
        System.clearProperty("lantian.home");
        System.clearProperty("lantian.plugins");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--profile", "shaanxi", "--data", folder.resolve("data").toString()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        out = run.out();
        error = run.error();
        return run.code();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void readsOnePlanAsThePublishedJson() throws IOException {
        assertThat(run("plan", "read", file("甲.txt", PLAN), "--format", "json")).as(error).isZero();

        JsonNode plan = JSON.readTree(out);
        assertThat(plan.fieldNames()).toIterable().contains("title", "number", "state", "profile", "sections", "tables",
                "targets", "unread");
        assertThat(plan.at("/profile").asText()).startsWith("shaanxi@");
        JsonNode item = plan.at("/sections/1/items/0");
        assertThat(item.at("/roles/leader/0").asText()).isEqualTo("张三");
        assertThat(item.at("/deadlines/0/kind").asText()).isEqualTo("monthEnd");
        assertThat(item.at("/deadlines/0/date").asText()).isEqualTo("2024-06-30");
        assertThat(item.at("/line").asInt()).isEqualTo(4);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void writesAFileForEachPlanIntoAFolder() throws IOException {
        Path into = folder.resolve("read");
        assertThat(run("plan", "read", file("甲.txt", PLAN), file("乙.txt", PLAN), "-o", into.toString())).as(error)
                .isZero();
        assertThat(into.resolve("甲.txt.json")).exists();
        assertThat(JSON.readTree(into.resolve("乙.txt.json").toFile()).at("/sections/1/items")).hasSize(1);
    }

    @Test
    void namesEveryFileThatCannotBeReadAndWritesNothing() throws IOException {
        Path into = folder.resolve("read");
        String empty = file("空.txt", "");
        assertThat(run("plan", "read", file("甲.txt", PLAN), empty, folder.resolve("无.txt").toString(), "-o",
                into.toString())).isEqualTo(Lantian.INPUT_ERRORS);
        assertThat(error).contains("2个文件", "空.txt", "无.txt").doesNotContain("Exception");
        assertThat(into).doesNotExist();
    }

    @Test
    void checksAFileAndWritesTheReport() throws IOException {
        Path report = folder.resolve("reports/甲.html");
        assertThat(run("plan", "check", file("甲.txt", PLAN), "--format", "json", "--report", report.toString()))
                .isEqualTo(Lantian.INPUT_ERRORS);
        JsonNode findings = JSON.readTree(out);
        assertThat(findings.findValuesAsText("code")).contains("HEADING_NUMBER_GAP");
        assertThat(findings.get(0).fieldNames()).toIterable().containsExactly("code", "severity", "clause", "line",
                "message", "evidence", "arithmetic", "hint");
        assertThat(report).content().contains("<html lang=\"zh-CN\">", "HEADING_NUMBER_GAP", "（第8行）", "文件 甲.txt")
                .doesNotContain("<script");
    }

    @Test
    void showsTwoPlansSideBySideOnTheOutline() throws IOException {
        String second = PLAN.replace("一、重点任务", "一、总体要求\n到2024年底，空气质量持续改善。\n二、重点任务");
        assertThat(run("plan", "outline", file("甲.txt", PLAN), file("乙.txt", second))).as(error).isZero();
        assertThat(out).contains("甲.txt", "乙.txt", "缺少");
        assertThat(run("plan", "outline", file("甲.txt", PLAN), "--format", "json")).isZero();
        JsonNode basics = JSON.readTree(out).at("/nodes/0");
        assertThat(basics.at("/code").asText() + " " + basics.at("/coverage").asText()).isEqualTo("basics MISSING");
    }
}
