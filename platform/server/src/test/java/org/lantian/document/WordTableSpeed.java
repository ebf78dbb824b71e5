package org.lantian.document;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Document;

/** Prints how long tables of 12 columns take; run by hand. */
final class WordTableSpeed {

    private WordTableSpeed() {
    }

    public static void main(String[] arguments) {
        for (int round = 0; round < 3; round++) {
            for (int rows : List.of(100, 5_000, 20_000)) {
                Document document = WordSamples.document(table(rows));
                long start = System.nanoTime();
                new WordRenderer(WordSamples.CLOCK).render(document, PageSetting.GB9704_STRICT,
                        OutputStream.nullOutputStream());
                System.out.printf("%,d rows x 12: %.3f s%n", rows, (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static Block.Table table(int rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            columns.add(WordSamples.leaf("列" + i, i > 8 ? Align.RIGHT : Align.LEFT, 3));
        }
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                line.add(i > 8 ? row + "." + i : "第" + row + "行企业治理设施" + i);
            }
            cells.add(line);
        }
        return new Block.Table("t", "表1  速度", columns, cells, List.of(), "");
    }
}
