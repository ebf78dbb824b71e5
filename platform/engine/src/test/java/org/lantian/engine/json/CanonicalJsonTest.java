package org.lantian.engine.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.plugin.table.Field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanonicalJsonTest {

    record Figure(String name, BigDecimal value, Optional<String> unit, List<String> notes, Field field, LocalDate day,
            int year) {
        Figure {
            notes = List.copyOf(notes);
        }
    }

    private static final Figure FULL = new Figure("产量", new BigDecimal("1.20E+3"), Optional.of("吨"), List.of("a"),
            Field.PRODUCT_OUTPUT, LocalDate.of(2027, 12, 31), 2024);
    private static final Figure BARE = new Figure("", new BigDecimal("0.10"), Optional.empty(), List.of(),
            Field.ROW_ORDINAL, LocalDate.of(2027, 1, 1), 0);

    @Test
    void writesSortedKeysWithoutBlanksAndDecimalsAsStrings() {
        assertThat(CanonicalJson.write(FULL)).isEqualTo("{\"day\":\"2027-12-31\",\"field\":\"product.output\","
                + "\"name\":\"产量\",\"notes\":[\"a\"],\"unit\":\"吨\",\"value\":\"1200\",\"year\":2024}");
    }

    @Test
    void leavesEmptyComponentsOutAndReadsThemBack() {
        String json = CanonicalJson.write(BARE);
        assertThat(json).isEqualTo(
                "{\"day\":\"2027-01-01\",\"field\":\"row.ordinal\",\"name\":\"\",\"value\":\"0.10\",\"year\":0}");
        assertThat(CanonicalJson.read(json, Figure.class)).isEqualTo(BARE);
    }

    @Test
    void writesEqualMapsEquallyWhateverTheirOrder() {
        assertThat(CanonicalJson.write(Map.of("b", 1, "a", Map.of("y", 1, "x", 2))))
                .isEqualTo("{\"a\":{\"x\":2,\"y\":1},\"b\":1}");
    }

    @Test
    void refusesBinaryFractions() {
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", 0.1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(List.of(0.1f))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesUnknownMissingAndRepeatedKeys() {
        String json = CanonicalJson.write(BARE);
        for (String broken : List.of(json.replace("\"year\"", "\"yaer\""), json.replace("\"name\":\"\",", ""),
                json.replace("\"year\":0", "\"year\":0,\"year\":1"), json + "x")) {
            assertThatThrownBy(() -> CanonicalJson.read(broken, Figure.class)).as(broken)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readsEveryBlockOfADocumentBackEqual() {
        List<Run> runs = List.of(Run.text("减排"), Run.figure("12.6", "x1"));
        Column leaf = new Column("pm", "颗粒物", Align.RIGHT, 3, List.of());
        Document document = new Document(List.of("某市", "方案"), "征求意见稿", "", List.of(
                new Block.Heading(1, "一、", runs, "c1"),
                new Block.Paragraph(Block.ParagraphStyle.BODY, runs, "c2"),
                new Block.Item(3, "1.", List.of(), "c3"),
                new Block.Table("table2", "表2", List.of(new Column("g", "浓度", Align.CENTER, 6, List.of(leaf))),
                        List.of(List.of("1\n2")), List.of(), "c4"),
                new Block.Chart("图", Block.ChartKind.BAR, "吨", List.of("2025", "2026"),
                        List.of(new Block.Series("NOx", List.of(Optional.of(new BigDecimal("1.0")), Optional.empty()))),
                        "c5"),
                new Block.Section(Block.Orientation.LANDSCAPE), new Block.PageBreak()));
        String json = CanonicalJson.write(document);
        assertThat(json).contains("\"type\":\"heading\"", "\"type\":\"pageBreak\"");
        assertThat(CanonicalJson.read(json, Document.class)).isEqualTo(document);
        assertThat(CanonicalJson.write(CanonicalJson.read(json, Document.class))).isEqualTo(json);
        assertThat(CanonicalJson.write(new Block.PageBreak())).isEqualTo("{\"type\":\"pageBreak\"}");
    }

    @Test
    void keepsTheTypeOfBlocksInABareList() {
        List<Block> blocks = List.of(new Block.PageBreak(), new Block.Section(Block.Orientation.PORTRAIT));
        assertThat(CanonicalJson.readList(CanonicalJson.write(blocks), Block.class)).isEqualTo(blocks);
    }

    @Test
    void hashesAsSha256InLowerCaseHex() {
        assertThat(CanonicalJson.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(CanonicalJson.hash(Map.of())).isEqualTo(CanonicalJson.sha256("{}"));
    }
}
