package org.lantian.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.graphql.GlobalId;
import org.lantian.testing.ApiClient;
import org.lantian.testing.WordEdit;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan edited in Word comes back as exactly those edits, which a person takes over or not. */
class ReadBackTest extends PlanTest {

    private static final String READ = """
            mutation ($plan: ID!, $file: ID!) { readBackPlan(input: {planId: $plan, fileId: $file}) {
                readBack { id knownExport proposals { id kind state place before after pieces { kind text } } }
                userErrors { code message } } }""";
    private static final String DECIDE = """
            mutation ($id: ID!, $accept: [ID!], $refuse: [ID!]) { decideReadBack(input: {id: $id, accept: $accept, refuse: $refuse}) {
                readBack { proposals { kind state clauseId } } userErrors { path code message } } }""";

    private ApiClient planner;
    private String plan;

    @BeforeEach
    void composeAnew() {
        planner = client(tenant, "planner", Role.PLANNER);
        plan = GlobalId.of("Plan", compose().id());
    }

    private WordEdit export() throws IOException {
        String url = planner.execute("mutation ($id: ID!) { renderPlan(input: {id: $id}) { file { url } userErrors { code } } }",
                Map.of("id", plan)).at("/data/renderPlan/file/url").asText();
        return new WordEdit(planner.bytes(url));
    }

    private JsonNode read(WordEdit edited) throws IOException {
        String file = planner.upload("修改稿.docx", edited.save());
        JsonNode answer = planner.execute(READ, Map.of("plan", plan, "file", file));
        assertThat(answer.path("errors")).isEmpty();
        return answer.at("/data/readBackPlan/readBack");
    }

    private JsonNode accept(JsonNode readBack) {
        List<String> ids = new ArrayList<>();
        readBack.path("proposals").forEach(one -> ids.add(one.path("id").asText()));
        JsonNode answer = planner.execute(DECIDE, Map.of("id", readBack.path("id").asText(), "accept", ids));
        assertThat(answer.path("errors")).isEmpty();
        return answer.at("/data/decideReadBack");
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        planner.execute("query ($id: ID!) { plan(id: $id) { clauses { text } } }", Map.of("id", plan)).at("/data/plan/clauses")
                .forEach(clause -> texts.add(clause.path("text").asText()));
        return texts;
    }

    @Test
    void anUntouchedFileHasNoEdits() throws IOException {
        JsonNode read = read(export());
        assertThat(read.path("knownExport").asBoolean()).isTrue();
        assertThat(read.path("proposals")).isEmpty();
    }

    @Test
    void editsOfEveryKindComeBackAndAreTakenOver() throws IOException {
        List<String> before = texts();
        String first = before.get(2);
        WordEdit edit = export();
        edit.replace("坚持分类施策", "坚持一企一策、分类施策");
        edit.add("坚持一企一策、分类施策", "统筹考虑企业生产周期，合理安排改造时间。");
        JsonNode read = read(edit);

        assertThat(read.path("proposals")).hasSize(2);
        assertThat(read.at("/proposals").findValuesAsText("kind")).startsWith("CHANGED").contains("ADDED");
        assertThat(read.at("/proposals/0/pieces").toString()).contains("{\"kind\":\"ADDED\",\"text\":\"一企一策、\"}");
        JsonNode taken = accept(read);
        assertThat(taken.path("userErrors")).isEmpty();
        List<String> after = texts();
        assertThat(after).hasSize(before.size() + 1).contains(first);
        int changed = after.stream().filter(text -> text.contains("坚持一企一策")).map(after::indexOf).findFirst().orElseThrow();
        assertThat(after.get(changed + 1)).isEqualTo("统筹考虑企业生产周期，合理安排改造时间。");
        JsonNode again = read(export());
        assertThat(again.path("proposals")).isEmpty();
    }

    @Test
    void aMovedAndADeletedParagraphAreThose() throws IOException {
        List<Clause> clauses = inTenant(() -> plans.clauses(GlobalId.parse("Plan", plan)));
        List<Clause> items = clauses.stream().filter(one -> one.kind() == org.lantian.plan.draft.DraftClause.Kind.PARAGRAPH)
                .toList();
        Map<java.util.Optional<Long>, List<Clause>> byParent = items.stream()
                .collect(java.util.stream.Collectors.groupingBy(Clause::parent));
        List<Clause> siblings = byParent.values().stream().filter(one -> one.size() >= 3).findFirst().orElseThrow();
        WordEdit edit = export();
        edit.move(siblings.get(0).text(), siblings.get(1).text());
        edit.delete(siblings.get(2).text());
        JsonNode read = read(edit);

        assertThat(read.path("proposals").findValuesAsText("kind")).containsExactlyInAnyOrder("MOVED", "REMOVED");
        assertThat(accept(read).path("userErrors")).isEmpty();
        List<String> after = texts();
        assertThat(after).doesNotContain(siblings.get(2).text());
        assertThat(after.indexOf(siblings.get(0).text())).isEqualTo(after.indexOf(siblings.get(1).text()) + 1);
    }

    @Test
    void aFileThatLostItsBookmarksIsReadByItsWords() throws IOException {
        WordEdit edit = export();
        edit.replace("坚持分类施策", "坚持一企一策、分类施策");
        edit.forgetBookmarks();
        JsonNode proposals = read(edit).path("proposals");
        assertThat(proposals).hasSize(1);
        assertThat(proposals.at("/0/kind").asText()).isEqualTo("CHANGED");
    }

    @Test
    void anEditedCellGoesIntoTheLedger() throws IOException {
        String query = "{ enterprises(first: 1) { nodes { name town industry industryCode grade } } }";
        JsonNode before = planner.execute(query).at("/data/enterprises/nodes/0");
        String name = before.path("name").asText();
        WordEdit edit = export();
        edit.cell(name, before.path("town").asText(), "示例镇");
        JsonNode read = read(edit);

        assertThat(read.path("proposals")).hasSize(1);
        assertThat(read.at("/proposals/0/kind").asText()).isEqualTo("CELL");
        assertThat(read.at("/proposals/0/place").asText()).contains("表1", name, "乡镇（街道）");
        assertThat(accept(read).path("userErrors").toString()).isEqualTo("[]");
        assertThat(planner.execute(query).at("/data/enterprises/nodes/0").toString())
                .isEqualTo(before.toString().replace(before.path("town").asText(), "示例镇"));
    }

    @Test
    void whatChangedMeanwhileIsMergedOrRefusedAndNothingIsHalfTaken() throws IOException {
        WordEdit edit = export();
        edit.replace("坚持分类施策", "坚持精准治污");
        edit.add("坚持精准治污", "新增的一段。");
        JsonNode read = read(edit);
        Clause clause = inTenant(() -> plans.clauses(GlobalId.parse("Plan", plan))).stream()
                .filter(one -> one.text().contains("坚持分类施策")).findFirst().orElseThrow();
        inTenant(() -> edits.revise(clause.id(), clause.rowVersion(), clause.text().replace("坚持分类施策", "坚持系统治理"), false));
        List<String> before = texts();

        JsonNode refused = accept(read);
        assertThat(refused.path("userErrors").findValuesAsText("code")).containsExactly("READ_BACK_CLAUSE_CHANGED");
        assertThat(texts()).isEqualTo(before);
        String foreign = "query ($id: ID!) { readBack(id: $id) { id } }";
        JsonNode other = client(this.other, "planner", Role.PLANNER).execute(foreign, Map.of("id", read.path("id").asText()));
        assertThat(other.at("/data/readBack").isNull()).isTrue();
    }
}
