package org.lantian.plan;

import java.util.LinkedHashMap;
import java.util.Map;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.identity.Observers;
import org.lantian.identity.Tokens;

/** {@code /observer/plans}: what tenants have published, for observers. */
@Controller("/observer/plans")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ObserverController {

    private static final int LARGEST_PAGE = 200;

    private final ObservedPlans plans;
    private final Observers observers;

    ObserverController(ObservedPlans plans, Observers observers) {
        this.plans = plans;
        this.observers = observers;
    }

    @Get
    Map<String, Object> list(Authentication authentication, @QueryValue(defaultValue = "0") int offset,
            @QueryValue(defaultValue = "50") int limit) {
        Observers.Observer observer = observer(authentication);
        return Map.of("plans", plans.list(observer, Math.max(0, offset), Math.clamp(limit, 1, LARGEST_PAGE)).stream()
                .map(ObserverController::json).toList());
    }

    @Get("/{id}")
    Map<String, Object> read(Authentication authentication, long id) {
        ObservedPlans.WithProjection found = plans.require(observer(authentication), id);
        Map<String, Object> answer = json(found.plan());
        answer.put("projection", CanonicalJson.read(found.projection(), Map.class));
        return answer;
    }

    private Observers.Observer observer(Authentication authentication) {
        if (!(authentication.getAttributes().get(Tokens.OBSERVER_CLAIM) instanceof Number epoch)) {
            throw new DomainException(ErrorCategory.FORBIDDEN, "OBSERVER_REQUIRED",
                    "已公开方案供观察员查阅，请用 /observer/login 登录。");
        }
        return observers.require(authentication.getName(), epoch.intValue());
    }

    private static Map<String, Object> json(PublishedPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", plan.id());
        json.put("tenant", plan.tenant());
        json.put("tenantName", plan.tenantName());
        json.put("regionCode", plan.regionCode());
        json.put("version", plan.version());
        json.put("number", plan.number());
        json.put("title", plan.title());
        json.put("issuedOn", plan.issuedOn().toString());
        json.put("sha256", plan.sha256());
        json.put("publishedAt", plan.publishedAt().toString());
        json.put("withdrawn", plan.withdrawn());
        return json;
    }
}
