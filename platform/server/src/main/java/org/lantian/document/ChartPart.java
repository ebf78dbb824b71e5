package org.lantian.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

import org.lantian.engine.document.Block.Chart;
import org.lantian.engine.document.Block.ChartKind;
import org.lantian.engine.document.Block.Series;

/** A chart part with its embedded sheet; unknown values are left out, so that they show as gaps. */
final class ChartPart {

    /** Fills must be set: LibreOffice draws bars without one as nothing. */
    private static final List<Integer> COLOURS = List.of(0x1F5C99, 0xD9822B, 0x5B8C5A, 0x8E6BA8, 0xB5483A, 0x6B7785);
    private static final int EMU_PER_TWIP = 635;

    private ChartPart() {
    }

    /** Adds the chart and returns its relation id; where it stands is said by {@link #inline}. */
    static String add(XWPFDocument document, Chart block) {
        try {
            XWPFChart chart = document.createChart(document.createParagraph().createRun(), 1, 1);
            fill(chart, block);
            ChartLook.apply(chart.getCTChartSpace(), block);
            return document.getRelationId(chart);
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("chart '" + block.title() + "' cannot be built", e);
        }
    }

    /** Markup that shows the chart over the whole text width, half as high; bars get 1.2 lines each. */
    static String inline(String relation, int number, Chart block, int widthTwips) {
        int height = Math.min(widthTwips / 2, 5000);
        if (block.kind() == ChartKind.BAR) {
            height = Math.clamp(1600L + 420L * block.categories().size(), height, 10000);
        }
        String title = WordXml.escape(block.title());
        return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\""
                + (long) widthTwips * EMU_PER_TWIP + "\" cy=\"" + (long) height * EMU_PER_TWIP + "\"/><wp:docPr id=\""
                + number + "\" name=\"chart " + number + "\" descr=\"" + title + "\"/><wp:cNvGraphicFramePr/><a:graphic>"
                + "<a:graphicData uri=\"" + WordNames.CHART + "\"><c:chart r:id=\"" + relation
                + "\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    }

    private static void fill(XWPFChart chart, Chart block) {
        chart.setTitleText(WordXml.clean(block.title()));
        chart.setTitleOverlay(false);
        boolean bars = block.kind() == ChartKind.BAR;
        XDDFCategoryAxis categories = chart.createCategoryAxis(bars ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(bars ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        values.setTitle("单位：" + WordXml.clean(block.unit()));
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        boolean line = block.kind() == ChartKind.LINE;
        XDDFChartData data = chart.createData(line ? ChartTypes.LINE : ChartTypes.BAR, categories, values);
        data.setVaryColors(false);
        if (data instanceof XDDFBarChartData bar) {
            boolean stacked = block.kind() == ChartKind.STACKED_COLUMN;
            bar.setBarDirection(bars ? BarDirection.BAR : BarDirection.COL);
            if (bars) {
                categories.setOrientation(AxisOrientation.MAX_MIN);
                values.setCrosses(AxisCrosses.MAX);
            }
            bar.setBarGrouping(stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        }
        addSeries(chart, data, block);
        chart.plot(data);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }

    private static void addSeries(XWPFChart chart, XDDFChartData data, Chart block) {
        int last = block.categories().size();
        XDDFCategoryDataSource names = XDDFDataSourcesFactory.fromArray(block.categories().stream().map(WordXml::clean).toArray(String[]::new),
                chart.formatRange(new CellRangeAddress(1, last, 0, 0)), 0);
        for (int i = 0; i < block.series().size(); i++) {
            Series series = block.series().get(i);
            XDDFNumericalDataSource<BigDecimal> values = XDDFDataSourcesFactory.fromArray(numbers(series, last),
                    chart.formatRange(new CellRangeAddress(1, last, i + 1, i + 1)), i + 1);
            XDDFChartData.Series drawn = data.addSeries(names, values);
            String name = WordXml.clean(series.name());
            drawn.setTitle(name, chart.setSheetTitle(name, i + 1));
            XDDFSolidFillProperties fill = new XDDFSolidFillProperties(colour(i));
            if (drawn instanceof XDDFLineChartData.Series line) {
                line.setSmooth(false);
                line.setLineProperties(new XDDFLineProperties(fill));
            } else {
                drawn.setFillProperties(fill);
            }
        }
    }

    /** An unknown value is {@code null} here because that is how POI marks a point to leave out. */
    private static @Nullable BigDecimal[] numbers(Series series, int count) {
        @Nullable BigDecimal[] numbers = new BigDecimal[count];
        for (int i = 0; i < count && i < series.values().size(); i++) {
            Optional<BigDecimal> value = series.values().get(i);
            numbers[i] = value.map(number -> new BigDecimal(number.toPlainString())).orElse(null);
        }
        return numbers;
    }

    private static XDDFColor colour(int index) {
        int rgb = COLOURS.get(index % COLOURS.size());
        return XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }
}
