package org.lantian.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** The language among ours that a request's {@code Accept-Language} prefers (RFC 4647 lookup); Chinese otherwise. */
final class PreferredLanguage {

    private static final List<Locale> OURS = List.of(Locale.CHINESE, Locale.ENGLISH);

    private PreferredLanguage() {
    }

    static Locale of(HttpRequest<?> request) {
        String wanted = String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT_LANGUAGE));
        if (wanted.isBlank()) {
            return Locale.CHINESE;
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(wanted), OURS)).orElse(Locale.CHINESE);
        } catch (IllegalArgumentException unreadable) {
            return Locale.CHINESE;
        }
    }
}
