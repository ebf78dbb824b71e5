package org.lantian.common;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every error code of the sources has one English sentence, and no other code has one. */
class EnglishSentencesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path CATALOGUE = Path.of("src/main/resources/messages/errors_en.properties");
    private static final Pattern RAISED = Pattern.compile("(?:\\bnew\\s+DomainException|\\bDomainException\\s*\\.\\s*\\w+"
            + "|\\bnew\\s+UserError|\\bUserError\\s*\\.\\s*of|\\brefused|\\bMessages\\s*\\.\\s*in)\\s*\\((?=([^;]*))");
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9_]+)\"");

    @Test
    void everyCodeHasASentenceAndEverySentenceACode() throws IOException {
        List<String> keys = Files.readAllLines(CATALOGUE, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.substring(0, line.indexOf('='))).toList();
        assertThat(keys).doesNotHaveDuplicates().isSorted();
        assertThat(new TreeSet<>(keys)).isEqualTo(codes());
    }

    @Test
    void everyErrorIsRaisedWithALiteralCodeSoThatTheScanSeesIt() throws IOException {
        Set<String> unseen = new TreeSet<>();
        for (Path source : sources()) {
            Matcher raised = RAISED.matcher(Files.readString(source));
            while (raised.find()) {
                if (!raised.group().startsWith("refused") && !CODE.matcher(raised.group(1)).find()) {
                    unseen.add(source.getFileName().toString());
                }
            }
        }
        assertThat(unseen).as("definitions, and those that pass an error's own code on").containsExactly(
                "DomainException.java", "ErrorReports.java", "LedgerImportFeature.java", "Messages.java",
                "MutationFetchers.java", "ReadBacks.java", "UserError.java");
    }

    @Test
    void aSentenceIsFilledOrGivesWayToTheChineseOne() {
        assertThat(Messages.in(Locale.ENGLISH, "INTERNAL_ERROR", Map.of("id", "$1"), "中文"))
                .isEqualTo("Internal error, id $1.");
        assertThat(Messages.in(Locale.ENGLISH, "INTERNAL_ERROR", Map.of(), "中文")).isEqualTo("中文");
        assertThat(Messages.in(Locale.ENGLISH, "NO_SUCH_CODE", Map.of(), "中文")).isEqualTo("中文");
        assertThat(Messages.in(Locale.CHINESE, "INTERNAL_ERROR", Map.of("id", "1"), "中文")).isEqualTo("中文");
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path source : sources()) {
            Matcher raised = RAISED.matcher(Files.readString(source));
            while (raised.find()) {
                Matcher code = CODE.matcher(raised.group(1));
                if (code.find()) {
                    codes.add(code.group(1));
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(50);
        return codes;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
