package org.lantian.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.lantian.ledger.PermitHolder.Conclusion;

import static org.assertj.core.api.Assertions.assertThat;

class PermitHolderTest {

    private static final String XIANYANG = "91610400MA6XN0003B";
    private static final String LIAOCHENG = "91371500MA3C00003Q";

    @Test
    void thePermitNamesItsHolder() {
        assertThat(of(XIANYANG, XIANYANG + "001P").conclusion()).isEqualTo(Conclusion.SAME);
        PermitHolder other = of(XIANYANG, LIAOCHENG + "001P");
        assertThat(other.conclusion()).isEqualTo(Conclusion.OTHER);
        assertThat(other.holder()).contains(LIAOCHENG);
        assertThat(other.text()).contains(LIAOCHENG, XIANYANG, "分支机构");
    }

    @Test
    void aNumberThatIsNoneIsTold() {
        assertThat(of(XIANYANG, "91610400MA6XN0003B").conclusion()).isEqualTo(Conclusion.INVALID);
        assertThat(of(XIANYANG, "91610400MA6XN0003C001P").text()).contains("前18位有误");
        assertThat(of(XIANYANG, "/").conclusion()).isEqualTo(Conclusion.NONE);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(of(XIANYANG, null).text()).isEqualTo("数据缺失：排污许可证编号。");
        assertThat(of(null, XIANYANG + "001P").text()).isEqualTo("数据缺失：统一社会信用代码。");
        assertThat(of(null, XIANYANG + "001P").holder()).contains(XIANYANG);
    }

    private static PermitHolder of(@Nullable String creditCode, @Nullable String permit) {
        return PermitHolder.of(new Enterprise(1L, 1L, "甲厂", "甲厂", creditCode, permit, null, null, null, null, null, null,
                List.of(), Map.of(), OffsetDateTime.parse("2026-01-01T00:00:00+08:00"), 0));
    }
}
