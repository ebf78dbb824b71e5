package org.lantian.engine.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.check.Remark;
import org.lantian.engine.check.document.DocumentCheck;
import org.lantian.engine.profile.InstalledProfiles;
import org.lantian.engine.source.SourceDocument;
import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.rule.Severity;

/** Small plans written for the tests, each with what must be read and remarked; {@code @region} after the name says by whose rules. */
public record Corpus(String name, Optional<String> region, String text, List<String> expects) {

    public static final ReadingGrammar GRAMMAR = InstalledProfiles.resolve("national").grammar();

    public static List<Corpus> all() {
        try (InputStream in = Corpus.class.getResourceAsStream("corpus.txt")) {
            String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(whole.split("(?m)^=== ")).filter(part -> !part.isBlank()).map(Corpus::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Corpus parse(String part) {
        int head = part.indexOf('\n');
        int end = part.indexOf("\n---\n");
        String[] name = part.substring(0, head).split(" @");
        return new Corpus(name[0], name.length > 1 ? Optional.of(name[1]) : Optional.empty(), part.substring(head + 1, end),
                part.substring(end + 5).lines().filter(line -> !line.isBlank()).toList());
    }

    /** What does not hold for the document. */
    public List<String> failures(SourceDocument source) {
        ReadPlan plan = PlanReader.read(source, GRAMMAR, "national@1.0.0");
        List<Remark> remarks = DocumentCheck.check(plan, source,
                region.map(one -> InstalledProfiles.resolve(one).region()).orElse(RegionalRules.EMPTY));
        return expects.stream().flatMap(expectation -> failure(expectation, plan, remarks).stream()).toList();
    }

    private static Optional<String> failure(String expectation, ReadPlan plan, List<Remark> remarks) {
        if (expectation.startsWith("remark ")) {
            return has(remarks, expectation.substring(7)) ? Optional.empty() : Optional.of("missing: " + expectation);
        }
        if (expectation.startsWith("no remark ")) {
            return has(remarks, expectation.substring(10)) ? Optional.of("false alarm: " + remarks) : Optional.empty();
        }
        if (expectation.equals("errors 0")) {
            return remarks.stream().filter(remark -> remark.severity() == Severity.ERROR).findFirst()
                    .map(remark -> "error: " + remark);
        }
        return Expectation.failure(expectation, plan);
    }

    private static boolean has(List<Remark> remarks, String code) {
        return remarks.stream().anyMatch(remark -> remark.code().name().equals(code));
    }
}
