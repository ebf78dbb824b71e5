package org.lantian.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.common.Progress.Step;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aFileGetsOneLineForEachStepThatIsStillTheLatest() {
        ProgressLine line = line(false);
        line.show();
        line.tell(new Step("识别表格", 11_000, 20_000, Optional.of("行"), false));
        line.tell(new Step("识别表格", 12_000, 20_000, Optional.of("行"), false));
        line.show();
        line.show();
        line.tell(new Step("读取工作簿", 3_000, 0, Optional.of("行"), false));
        line.show();
        line.tell(new Step("校核", 0, 0, Optional.empty(), false));
        line.show();
        line.end();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("识别表格 12,000/20,000 行", "读取工作簿 3,000 行",
                "校核");
    }

    @Test
    void aTerminalHasOneLineThatIsTakenAwayAtTheEnd() {
        ProgressLine line = line(true);
        line.end();
        assertThat(out.size()).isZero();
        line.tell(new Step("写入企业", 1_000, 2_000, Optional.of("家"), false));
        line.show();
        line.end();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001B[K写入企业 1,000/2,000 家\r\u001B[K");
    }

    @Test
    void workThatEndsAtOnceShowsNothing() {
        assertThat(ProgressLine.showing(new PrintStream(out, true, StandardCharsets.UTF_8), () -> {
            org.lantian.common.Progress.tell("起草方案");
            return 7;
        })).isEqualTo(7);
        assertThat(out.size()).isZero();
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintStream(out, true, StandardCharsets.UTF_8), terminal);
    }
}
