package org.lantian.engine.sheet;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.CellValue.Range;
import org.lantian.engine.sheet.CellValue.Text;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;

import static org.assertj.core.api.Assertions.assertThat;

class CellParserTest {

    private static final ColumnSpec AMMONIA = OutlineTables.leaf("ammonia", "喷氨量", Field.TREATMENT_AMMONIA);
    private static final ColumnSpec DENITRATION = OutlineTables.choice("denitration", "脱硝工艺",
            Field.TREATMENT_DENITRATION, true, "SCR", "SNCR+SCR");
    private static final ColumnSpec TRANSPORT = OutlineTables.measured("transport", "运输总量", Field.TRANSPORT_AMOUNT,
            "万吨/年");
    private static final ColumnSpec DEADLINE = OutlineTables.leaf("deadline", "完成时限", Field.MEASURE_DEADLINE);

    @Test
    void readsARangeWithItsUnit() {
        assertThat(parse(AMMONIA, "5～8 升/分钟").value())
                .isEqualTo(new Range(new BigDecimal("5"), new BigDecimal("8"), "升/分钟", "5～8 升/分钟"));
        assertThat(parse(AMMONIA, "0.5吨/小时").value())
                .isEqualTo(new Range(new BigDecimal("0.5"), new BigDecimal("0.5"), "吨/小时", "0.5吨/小时"));
    }

    @Test
    void asksForTheUnitOfARange() {
        assertThat(complaint(AMMONIA, "5-8")).isEqualTo(CellProblemCode.RANGE_UNIT_MISSING);
        assertThat(complaint(AMMONIA, "自动调节")).isEqualTo(CellProblemCode.RANGE_EXPECTED);
        assertThat(parse(AMMONIA, "自动调节").value()).isEqualTo(new Text("自动调节"));
    }

    @Test
    void takesTheListsSpellingAndOtherWords() {
        assertThat(parse(DENITRATION, "sncr ＋ scr").value()).isEqualTo(new Text("SNCR+SCR"));
        assertThat(parse(DENITRATION, "其他：臭氧氧化").value()).isEqualTo(new Text("其他：臭氧氧化"));
    }

    @Test
    void acceptsTheColumnsUnitBehindANumberAndNoOther() {
        assertThat(parse(TRANSPORT, "12.30万吨/年").value()).isEqualTo(new CellValue.Number(new BigDecimal("12.30")));
        assertThat(complaint(TRANSPORT, "12.3吨")).isEqualTo(CellProblemCode.NUMBER_EXPECTED);
        assertThat(complaint(TRANSPORT, "1,23")).isEqualTo(CellProblemCode.NUMBER_EXPECTED);
    }

    @Test
    void keepsEveryDigitOfALongNumber() {
        assertThat(parse(TRANSPORT, "12345678901234567.890").value())
                .isEqualTo(new CellValue.Number(new BigDecimal("12345678901234567.890")));
    }

    @Test
    void aNumberThatLostTheZeroOfOctoberIsAmbiguous() {
        CellParser.Parsed parsed = new CellParser(Industries.standard()).parse(DEADLINE, Grid.Kind.NUMBER, "2026.1");
        assertThat(parsed.complaint().orElseThrow().code()).isEqualTo(CellProblemCode.DEADLINE_AMBIGUOUS);
    }

    private static CellParser.Parsed parse(ColumnSpec column, String text) {
        return new CellParser(Industries.standard()).parse(column, Grid.Kind.TEXT, text);
    }

    private static CellProblemCode complaint(ColumnSpec column, String text) {
        return parse(column, text).complaint().orElseThrow().code();
    }
}
