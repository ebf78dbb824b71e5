package org.lantian.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of errors in the language that a client prefers. Chinese ones are written where the error arises and
 * quote the case; English ones come by code from a catalogue.
 */
public final class Messages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Properties ENGLISH = read("/messages/errors_en.properties");

    private Messages() {
    }

    /**
     * @param parameters values for the English sentence
     * @param chinese the Chinese sentence; it also answers where there is no English one, or one that lacks a value
     */
    public static String in(Locale language, String code, Map<String, String> parameters, String chinese) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Optional.ofNullable(ENGLISH.getProperty(code)).flatMap(sentence -> filled(sentence, parameters))
                        .orElse(chinese)
                : chinese;
    }

    /** The error with its sentence in that language. */
    public static UserError in(Locale language, UserError error) {
        return new UserError(error.path(), error.code(), in(language, error.code(), Map.of(), error.message()),
                error.allowed());
    }

    private static Optional<String> filled(String sentence, Map<String, String> parameters) {
        if (PLACEHOLDER.matcher(sentence).results().anyMatch(name -> !parameters.containsKey(name.group(1)))) {
            return Optional.empty();
        }
        return Optional.of(PLACEHOLDER.matcher(sentence)
                .replaceAll(name -> Matcher.quoteReplacement(Objects.requireNonNull(parameters.get(name.group(1))))));
    }

    private static Properties read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Messages.class.getResourceAsStream(resource), resource)) {
            Properties sentences = new Properties();
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
