package org.lantian.engine.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.lantian.engine.check.document.DocumentCheck;
import org.lantian.engine.source.SourceBlock;
import org.lantian.engine.source.SourceDocument;
import org.lantian.engine.source.TextDocument;

import static org.assertj.core.api.Assertions.assertThat;

/** Small plans of every manner of writing, as written and as conversion spoils them. */
class PlanCorpusTest {

    private static final Map<String, UnaryOperator<String>> DEBRIS = debris();

    @TestFactory
    Stream<DynamicTest> readsAndChecks() {
        return Corpus.all().stream().map(one -> DynamicTest.dynamicTest(one.name(),
                () -> assertThat(one.failures(TextDocument.parse("plan.txt", one.text()))).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> readsThroughDebris() {
        return Corpus.all().stream().flatMap(one -> DEBRIS.entrySet().stream().map(debris -> DynamicTest.dynamicTest(
                one.name() + ", " + debris.getKey(), () -> assertThat(withoutLines(one)
                        .failures(TextDocument.parse("plan.txt", debris.getValue().apply(one.text())))).isEmpty())));
    }

    @Test
    void holdsAtLeastFortyDocuments() {
        assertThat(Corpus.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void readsBothEncodings() {
        Corpus one = Corpus.all().getFirst();

        assertThat(one.failures(TextDocument.read("a.txt", one.text().getBytes(Charset.forName("GB18030"))))).isEmpty();
        assertThat(one.failures(TextDocument.read("a.txt", ("\uFEFF" + one.text()).getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    /** Lines in any order and cut anywhere: nothing throws, nothing is lost. */
    @Test
    void neverThrowsAndNeverLosesALine() {
        List<String> lines = Corpus.all().stream().flatMap(one -> one.text().lines()).filter(line -> !line.isBlank()).toList();
        Random random = new Random(20241127);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                String line = lines.get(random.nextInt(lines.size()));
                text.append(random.nextInt(8) == 0 ? line.substring(0, random.nextInt(line.length() + 1)) : line).append('\n');
            }
            SourceDocument source = TextDocument.parse("plan.txt", text.toString());
            ReadPlan plan = PlanReader.read(source, Corpus.GRAMMAR, "national@1.0.0");
            DocumentCheck.check(plan, source);
            assertThat(lost(source, plan)).as("round %s", text).isEmpty();
        }
    }

    /** Lines whose end stands nowhere in what was read; role labels, imprints and the like are structure. */
    private static List<String> lost(SourceDocument source, ReadPlan plan) {
        String read = PlanJson.write(plan).toString().replaceAll("[^\\p{IsHan}]", "");
        List<String> lost = new ArrayList<>();
        boolean imprint = false;
        for (SourceBlock block : source.blocks()) {
            if (block instanceof SourceBlock.Text text) {
                String normal = Normal.text(text.text());
                String words = normal.replaceAll("^.*。(?=.)", "").replaceAll("[^\\p{IsHan}]", "");
                String end = words.substring(Math.max(0, words.length() - 4));
                if (end.length() == 4 && !read.contains(end) && !structure(normal) && !imprint) {
                    lost.add(text.line() + ": " + normal);
                }
                imprint = normal.matches("抄送.*[，、]") || imprint && normal.isBlank();
            }
        }
        return lost;
    }

    /** What is read as structure, not as words: titles, imprints, annex lists, contents, role lines. */
    private static boolean structure(String line) {
        return line.matches(".*(?:单位|领导)：.*|附件.*|\\d+[.．].*|抄送.*|.*[-—]\\s*\\d+\\s*[-—]$|.*(?:办公室|文件|通知)$|.*人民政府：?|目录|主要任务|（此件.*"
                + "|.*(?:方案|规划).*|.*牵头.*|.*印发.*|.*年\\d+月\\d+日|[二〇○零一三四五六七八九十\\d]+年(?:[一二三四五六七八九十\\d]+月)?(?:[一二三四五六七八九十\\d]+日)?|.*组织落实.*|.*负责.*|专栏.*|.*\\t.*");
    }

    /** Debris may add lines and spellings; what is said of those is not expected any more. */
    private static Corpus withoutLines(Corpus one) {
        return new Corpus(one.name(), one.region(), one.text(), one.expects().stream()
                .filter(expectation -> !expectation.startsWith("unread") && !expectation.startsWith("no remark SPELLING")).toList());
    }

    private static Map<String, UnaryOperator<String>> debris() {
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
        all.put("line ends of Windows", text -> text.replace("\n", "\r\n"));
        all.put("bookmarks before lines", text -> text.replaceAll("(?m)^(?=[一二三（\\d])", "[bookmark: _Toc1]"));
        all.put("blanks between figures and words", text -> text.replaceAll("(?<=\\d)(?=[年月日])", " ")
                .replaceAll("(?<=[年月])(?=\\d)", " "));
        all.put("half-width brackets", text -> text.replace('（', '(').replace('）', ')'));
        all.put("half-width commas", text -> text.replace('，', ','));
        all.put("full-width digits", text -> text.replaceAll("(?m)^(\\d)\\.", "$1．"));
        all.put("trailing blanks", text -> text.replaceAll("(?m)(?<=[^\\n\\t])$", " "));
        return all;
    }
}
