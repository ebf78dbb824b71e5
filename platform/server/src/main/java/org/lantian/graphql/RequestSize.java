package org.lantian.graphql;

import java.util.LinkedHashMap;
import java.util.Map;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

import org.lantian.common.ErrorCategory;
import org.lantian.common.Messages;

/**
 * Refuses requests that are too large by what they declare, and uploads that declare nothing. The server's own limits
 * stop reading such a request without closing it, so that its sender waits for ever; they lie above this one.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestSize {

    private final long megabytes;

    RequestSize(@Value("${lantian.request.megabytes:64}") long megabytes) {
        this.megabytes = megabytes;
    }

    @RequestFilter
    @Nullable HttpResponse<Map<String, Object>> refusal(HttpRequest<?> request) {
        long length = request.getContentLength();
        if (length > megabytes << 20) {
            return refused(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "REQUEST_TOO_LARGE", Messages.in(
                    PreferredLanguage.of(request), "REQUEST_TOO_LARGE",
                    Map.of("limit", String.valueOf(megabytes), "size", String.valueOf(length >> 20)),
                    "请求过大：上限 " + megabytes + " MB，本次 " + (length >> 20) + " MB。"));
        }
        if (length < 0 && request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches).isPresent()) {
            return refused(HttpStatus.LENGTH_REQUIRED, "LENGTH_REQUIRED", Messages.in(PreferredLanguage.of(request),
                    "LENGTH_REQUIRED", Map.of(), "上传文件的请求必须带 Content-Length。"));
        }
        return null;
    }

    private static HttpResponse<Map<String, Object>> refused(HttpStatus status, String code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("category", ErrorCategory.RESOURCE_EXHAUSTED.name());
        body.put("message", message);
        return HttpResponse.<Map<String, Object>>status(status).body(body);
    }
}
