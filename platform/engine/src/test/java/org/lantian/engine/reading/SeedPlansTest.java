package org.lantian.engine.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.engine.check.Remark;
import org.lantian.engine.check.document.DocumentCheck;
import org.lantian.engine.profile.InstalledProfiles;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.source.SourceDocument;
import org.lantian.engine.source.TextDocument;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The source documents are read with every item, role and date right, and their defects are found. */
class SeedPlansTest {

    private static final Path DOCUMENTS = Path.of("../../../shared/seeds");
    /** The errors that each document really has. */
    private static final Map<String, List<String>> ERRORS = Map.of("000", List.of(),
            "001", List.of("HEADING_NUMBER_GAP 147"), "002", List.of(),
            "003", List.of("RATIO_DIFFERS 165", "DEADLINE_CONFLICT 305", "RETENTION_CONFLICT 375"),
            "004", List.of("TABLE_ROW_DIFFERS 249"));
    /** Further defects, which are no errors. */
    private static final Map<String, List<RemarkCode>> DEFECTS = Map.of("000", List.of(RemarkCode.INSTRUCTION_LEFT),
            "001", List.of(RemarkCode.ROLES_SHARED, RemarkCode.ROLES_MISSING, RemarkCode.NAMES_UNSEPARATED,
                    RemarkCode.SPELLING, RemarkCode.PERSON_LOAD, RemarkCode.DEADLINE_OUTSIDE_TERM),
            "002", List.of(RemarkCode.NUMBERING_STYLE, RemarkCode.SPELLING),
            "003", List.of(RemarkCode.WORDS_AGAINST_TABLE, RemarkCode.TEXT_COPIED, RemarkCode.REDUCTION_WITHOUT_TONNES,
                    RemarkCode.HEADING_IN_PARAGRAPH),
            "004", List.of(RemarkCode.AVERAGE_NOT_REPRODUCIBLE, RemarkCode.BAND_OVERLAP, RemarkCode.TARGET_CONFLICT,
                    RemarkCode.SPELLING, RemarkCode.HIGHER_PLAN_DEADLINE));

    private static final Map<String, String> REGIONS = Map.of("000", "national", "001", "shaanxi", "002", "henan", "003",
            "ningxia", "004", "shandong");

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void readsEveryItemRoleAndDate(String number) throws IOException {
        ReadPlan plan = read(document(number), InstalledProfiles.resolve(REGIONS.get(number)));

        assertThat(expected(number).stream().flatMap(one -> Expectation.failure(one, plan).stream())).isEmpty();
    }

    /** The words of the four provinces are additions: a file of a city whose province is not known is read as well. */
    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void readsTheSameWithTheNationalWords(String number) throws IOException {
        ReadPlan plan = read(document(number), InstalledProfiles.resolve("national"));

        assertThat(expected(number).stream().flatMap(one -> Expectation.failure(one, plan).stream())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void findsTheDefectsAndNoFalseError(String number) throws IOException {
        SourceDocument source = document(number);
        ResolvedProfile profile = InstalledProfiles.resolve(REGIONS.get(number));
        List<Remark> remarks = DocumentCheck.check(read(source, profile), source, profile.region());

        assertThat(remarks.stream().filter(remark -> remark.severity() == Severity.ERROR)
                .map(remark -> remark.code() + " " + remark.line().orElseThrow()))
                .containsExactlyElementsOf(ERRORS.get(number));
        assertThat(remarks.stream().map(Remark::code)).containsAll(DEFECTS.get(number));
    }

    private static ReadPlan read(SourceDocument source, ResolvedProfile profile) {
        return PlanReader.read(source, profile.grammar(), profile.ref().toString());
    }

    private static SourceDocument document(String number) throws IOException {
        assumeTrue(Files.isDirectory(DOCUMENTS), "the source documents are not beside the checkout");
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            Path file = files.filter(one -> one.getFileName().toString().startsWith(number)).findFirst().orElseThrow();
            return TextDocument.read(file.getFileName().toString(), Files.readAllBytes(file));
        }
    }

    private static List<String> expected(String number) {
        try (InputStream in = SeedPlansTest.class.getResourceAsStream("seed-" + number + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
