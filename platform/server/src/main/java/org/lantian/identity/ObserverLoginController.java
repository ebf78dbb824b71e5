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

import org.lantian.common.DomainException;

/** {@code POST /observer/login}: an observer's name and password for a bearer token that opens nothing of a tenant. */
@Controller("/observer/login")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ObserverLoginController {

    private final Observers observers;
    private final Tokens tokens;

    ObserverLoginController(Observers observers, Tokens tokens) {
        this.observers = observers;
        this.tokens = tokens;
    }

    @Post
    HttpResponse<Map<String, Object>> login(@Body Map<String, Object> body) {
        if (!(body.get("observer") instanceof String name) || !(body.get("password") instanceof String password)) {
            throw DomainException.badRequest("FIELD_MISSING", "请求体缺少文本字段（需要 observer、password）。");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token", tokens.issue(observers.signIn(name, password)));
        answer.put("tokenType", "Bearer");
        answer.put("expiresIn", Tokens.LIFETIME.toSeconds());
        return HttpResponse.ok(answer);
    }
}
