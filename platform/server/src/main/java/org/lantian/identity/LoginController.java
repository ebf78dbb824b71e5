package org.lantian.identity;

import java.util.LinkedHashMap;
import java.util.Map;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;

import org.lantian.common.DomainException;
import org.lantian.tenancy.TenantCode;

/** {@code POST /login}: tenant, user and password for a bearer token. */
@Controller("/login")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LoginController {

    private final Accounts accounts;
    private final Tokens tokens;

    LoginController(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Post
    HttpResponse<Map<String, Object>> login(@Body Map<String, Object> body) {
        TenantCode tenant = new TenantCode(text(body, "tenant"));
        Accounts.Identified user = accounts.signIn(tenant, text(body, "user"), text(body, "password"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token", tokens.issue(user));
        answer.put("tokenType", "Bearer");
        answer.put("expiresIn", Tokens.LIFETIME.toSeconds());
        return HttpResponse.ok(answer);
    }

    private static String text(Map<String, Object> body, String field) {
        @Nullable Object value = body.get(field);
        if (!(value instanceof String text) || text.isBlank()) {
            throw DomainException.badRequest("FIELD_MISSING", "请求体缺少文本字段 " + field + "（需要 tenant、user、password）。");
        }
        return text;
    }
}
