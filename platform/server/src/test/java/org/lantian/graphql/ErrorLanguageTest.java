package org.lantian.graphql;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.common.Role;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors are told in the language that {@code Accept-Language} prefers; their codes are the same in both. */
class ErrorLanguageTest extends ApiTest {

    private static final String ENGLISH_PAGE_SIZE = "The value of \"first\" must lie between 1 and "
            + Connection.LARGEST_PAGE + ".";
    private static final String CHINESE_PAGE_SIZE = "first 必须在 1 至 " + Connection.LARGEST_PAGE + " 之间。";

    private JsonNode pageError(String language) {
        JsonNode error = client(tenant, "reader", Role.VIEWER).preferring(language)
                .execute("{ clusters(first: 0) { totalCount } }").at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).isEqualTo("PAGE_SIZE");
        assertThat(error.at("/extensions/category").asText()).isEqualTo("BAD_REQUEST");
        return error.at("/message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "zh;q=0.5, en", "fr, en;q=0.3", "zh;q=0, en;q=0.1"})
    void answersInEnglishWhereThatIsPreferred(String language) {
        assertThat(pageError(language).asText()).isEqualTo(ENGLISH_PAGE_SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zh-CN, en;q=0.5", "en;q=0.5, zh-CN", "zh-Hant-TW", "fr", "*", "en;q=much"})
    void answersInChineseOtherwise(String language) {
        assertThat(pageError(language).asText()).isEqualTo(CHINESE_PAGE_SIZE);
    }

    @Test
    void theMistakesOfAMutationFollowToo() {
        assertThat(reasonNeeded("en")).isEqualTo("Waiving a finding needs a reason of 1 to 500 characters.");
        assertThat(reasonNeeded("zh-CN, en;q=0.5")).isEqualTo("不采纳问题需要填写理由，1 至 500 个字。");
    }

    private String reasonNeeded(String language) {
        JsonNode mistake = client(tenant, "planner", Role.PLANNER).preferring(language).execute("""
                mutation($input: WaiveFindingInput!) {
                  waiveFinding(input: $input) { userErrors { path code message } }
                }""", Map.of("input", Map.of("id", GlobalId.of("Finding", 1), "rowVersion", 0, "reason", " ")))
                .at("/data/waiveFinding/userErrors/0");
        assertThat(mistake.at("/code").asText()).isEqualTo("REASON_NEEDED");
        assertThat(mistake.at("/path/0").asText()).isEqualTo("reason");
        return mistake.at("/message").asText();
    }

    @Test
    void soDoPlainRequests() {
        String login = "{\"tenant\":\"" + tenant + "\",\"user\":\"nobody\",\"password\":\"x\"}";
        assertThat(anonymous().preferring("en").post("/login", login).body()).contains("SIGN_IN_REFUSED")
                .contains("Tenant, user name or password is wrong.");
        assertThat(anonymous().preferring("zh-CN, en;q=0.5").post("/login", login).body()).contains("SIGN_IN_REFUSED")
                .contains("租户、用户名或密码不正确。");
        String missing = "/files/" + GlobalId.of("File", 999_999);
        assertThat(client(tenant, "reader", Role.VIEWER).preferring("en").get(missing).body())
                .contains("FILE_NOT_FOUND").contains("There is no file with this id.");
        assertThat(client(tenant, "reader", Role.VIEWER).get(missing).body()).contains("没有编号为 999999 的文件。");
    }

    @Test
    void aRequestThatIsTooLargeIsToldTheLimit() {
        HttpRequest<String> large = HttpRequest.POST("/files", "").contentLength(3 << 20)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en");
        assertThat(Objects.requireNonNull(new RequestSize(2).refusal(large)).body()).containsEntry("message",
                "The request is too large: at most 2 MB are allowed, this one has 3 MB.");
    }

    @Test
    void aRequestThatCannotBeReadIsRefusedInEnglishToo() {
        assertThat(client(tenant, "reader", Role.VIEWER).preferring("en").post("/graphql", "{").body())
                .contains("The request is not a valid JSON object.");
    }
}
