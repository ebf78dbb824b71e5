package org.lantian.document;

import javax.xml.namespace.QName;

import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDispBlanksAs;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

import org.lantian.document.WordStyle.Font;
import org.lantian.engine.document.Block.Chart;
import org.lantian.engine.document.Block.ChartKind;

/** What XDDF has no words for: typefaces, gaps, data labels. */
final class ChartLook {

    /** With more points than this, labels would cover each other. */
    private static final int LABELLED_POINTS = 12;
    /** 五号, in hundredths of a point. */
    private static final int TEXT = 1050;
    private static final int LABEL = 800;

    private ChartLook() {
    }

    static void apply(CTChartSpace space, Chart block) {
        typeface(space.addNewTxPr());
        space.getChart().getTitle().getTx().getRich().getPList().forEach(
                paragraph -> paragraph.getRList().forEach(run -> font(run.isSetRPr() ? run.getRPr() : run.addNewRPr(),
                        Font.HEI, 1200)));
        if (space.getChart().isSetDispBlanksAs()) {
            space.getChart().unsetDispBlanksAs();
        }
        space.getChart().addNewDispBlanksAs().setVal(STDispBlanksAs.GAP);
        CTPlotArea area = space.getChart().getPlotArea();
        area.getBarChartList().forEach(bars -> space(bars, block.kind() == ChartKind.STACKED_COLUMN));
        area.getValAxArray(0).getTitle().getTx().getRich().getPList().forEach(
                paragraph -> paragraph.getRList().forEach(run -> font(run.isSetRPr() ? run.getRPr() : run.addNewRPr(),
                        Font.FANG, TEXT)));
        if (block.categories().size() * block.series().size() <= LABELLED_POINTS) {
            label(area);
        }
    }

    /** Written as plain attributes because POI's lite schemas lack the types of these two values. */
    private static void space(CTBarChart bars, boolean stacked) {
        attribute(bars.addNewGapWidth(), "80");
        attribute(bars.addNewOverlap(), stacked ? "100" : "0");
    }

    private static void attribute(XmlObject element, String value) {
        try (XmlCursor cursor = element.newCursor()) {
            cursor.setAttributeText(new QName("val"), value);
        }
    }

    private static void typeface(CTTextBody body) {
        body.addNewBodyPr();
        font(body.addNewP().addNewPPr().addNewDefRPr(), Font.FANG, TEXT);
    }

    private static void font(CTTextCharacterProperties properties, Font font, int size) {
        properties.setSz(size);
        properties.setB(false);
        properties.addNewLatin().setTypeface("Times New Roman");
        properties.addNewEa().setTypeface(font.face);
    }

    private static void label(CTPlotArea area) {
        for (CTBarChart bars : area.getBarChartList()) {
            showValues(bars.isSetDLbls() ? bars.getDLbls() : bars.addNewDLbls());
        }
        for (CTLineChart lines : area.getLineChartList()) {
            showValues(lines.isSetDLbls() ? lines.getDLbls() : lines.addNewDLbls());
        }
    }

    private static void showValues(CTDLbls labels) {
        CTTextBody text = labels.addNewTxPr();
        text.addNewBodyPr();
        font(text.addNewP().addNewPPr().addNewDefRPr(), Font.FANG, LABEL);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }
}
