package org.lantian.app;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

import org.lantian.document.WorkbookWriter;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.SheetContent;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.engine.sheet.WorkbookContent;
import org.lantian.engine.sheet.WorkbookStamp;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;
import org.lantian.profile.Profiles;

/**
 * Writes a ledger workbook of any size: tables 1 and 2 of the national outline with every field filled, each enterprise
 * with three pieces of equipment, two energies, two products, three materials and two treatments. The same arguments
 * give the same rows. Run by hand for measurements (operations/README.md), and by tests that need a long import.
 */
public final class LargeLedger {

    private static final int YEAR = 2024;
    private static final int OF_A_CLUSTER = 500;

    private LargeLedger() {
    }

    /** @param arguments number of enterprises, file ({@code .xlsx} or {@code .xls}), and of how many to spoil a figure */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        int spoilt = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        try (Installation installation = Installation.openWithoutDatabase(Files.createTempDirectory("large-ledger"))) {
            write(installation.bean(Profiles.class).requireInstalled("national"), Integer.parseInt(arguments[0]), spoilt,
                    file);
        }
    }

    /** Writes the workbook; the first {@code spoilt} enterprises have a word where their output should stand. */
    static void write(ResolvedProfile profile, int enterprises, int spoilt, Path file) throws IOException {
        List<SheetContent> sheets = Stream.of("table1", "table2").map(profile::requireTable)
                .map(table -> sheet(table, enterprises, spoilt)).toList();
        try (OutputStream out = Files.newOutputStream(file)) {
            if (file.toString().endsWith(".xls")) {
                writeOld(sheets, out);
            } else {
                WorkbookWriter.write(new WorkbookContent(Optional.of(new WorkbookStamp(profile.ref(), profile.hash(),
                        YEAR, WorkbookStamp.CURRENT_TEMPLATE_VERSION)), sheets), out);
            }
        }
    }

    private static SheetContent sheet(TableSpec table, int enterprises, int spoilt) {
        List<List<Entry>> rows = IntStream.range(0, enterprises)
                .mapToObj(i -> table.leaves().stream().map(column -> cell(column, i, i < spoilt)).toList()).toList();
        return new SheetContent(table, table.title().replace("{city}{cluster}", "大型台账"), YEAR, "", rows);
    }

    private static Entry cell(ColumnSpec column, int i, boolean spoilt) {
        Field field = column.field().orElseThrow();
        return switch (field) {
            case ROW_ORDINAL -> number(i + 1);
            case ENTERPRISE_COUNTY -> Entry.text("沙坡头区");
            case ENTERPRISE_TOWN -> Entry.text("第" + i % 11 + "镇");
            case CLUSTER_NAME -> Entry.text("第" + i / OF_A_CLUSTER + "集群");
            case CLUSTER_APPROVAL -> Entry.text("市级");
            case ENTERPRISE_NAME -> Entry.text("宁夏第" + i + "号冶金有限公司");
            case ENTERPRISE_INDUSTRY -> Entry.text("3140 铁合金冶炼");
            case ENTERPRISE_GRADE -> Entry.text(List.of("B", "C", "D").get(i % 3));
            case EQUIPMENT_NAME -> lines("矿热炉" + i, "烘干窑", "破碎机");
            case ENERGY_TYPE -> lines("煤", "电");
            case ENERGY_AMOUNT -> lines(1000 + i + ".5", "30000." + (1 + i % 9));
            case ENERGY_UNIT -> lines("吨", "万千瓦时");
            case ENERGY_HEATING -> lines("否", "否");
            case PRODUCT_NAME -> lines("硅铁", "硅锰合金");
            case PRODUCT_CAPACITY -> lines("5", "1.5");
            case PRODUCT_OUTPUT -> spoilt ? lines("很多", "1.2") : lines("4.0" + (1 + i % 9), "1.2");
            case PRODUCT_UNIT -> lines("万吨", "万吨");
            case MATERIAL_NAME -> lines("硅石", "兰炭", "电极糊");
            case MATERIAL_AMOUNT -> lines("90000." + (1 + i % 9), "30000", "1200");
            case MATERIAL_UNIT -> lines("吨", "吨", "吨");
            case TREATMENT_PROCESS -> lines("矿热炉", "破碎、筛分");
            case TREATMENT_COLLECTION -> lines("密闭负压", "外部集气罩");
            case TREATMENT_DESULPHURISATION -> lines("石灰石-石膏法", "/");
            case TREATMENT_DENITRATION -> lines("SNCR", "/");
            case TREATMENT_REDUCTANT -> lines("氨水", "/");
            case TREATMENT_AMMONIA -> lines("5-8 升/分钟", "/");
            case TREATMENT_DEDUSTING -> lines("布袋除尘", "布袋除尘");
            case TREATMENT_VOCS -> lines("/", "/");
            case TREATMENT_CONCENTRATION_PM -> lines("8." + (1 + i % 9), "9.5");
            case TREATMENT_CONCENTRATION_SO2 -> lines("30", "/");
            case TREATMENT_CONCENTRATION_NOX -> lines("9" + i % 10, "/");
            case TREATMENT_CONCENTRATION_VOCS -> lines("/", "/");
            case TRANSPORT_AMOUNT -> new Entry.Number(new BigDecimal("16." + (1 + i % 9)));
            case TRANSPORT_MODE -> Entry.text("公路，国六，新能源30%");
            default -> throw new IllegalStateException("table 1 or 2 has a column of " + field.id());
        };
    }

    private static Entry number(int value) {
        return new Entry.Number(BigDecimal.valueOf(value));
    }

    private static Entry lines(String... lines) {
        return new Entry.Text(String.join("\n", lines));
    }

    /** A group's header stands above each of its columns; nothing is merged. */
    private static void writeOld(List<SheetContent> sheets, OutputStream out) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            for (SheetContent content : sheets) {
                Sheet sheet = book.createSheet(content.table().sheet());
                List<List<Entry>> rows = new ArrayList<>(headers(content.table()));
                rows.addAll(content.rows());
                for (int row = 0; row < rows.size(); row++) {
                    write(sheet.createRow(row), rows.get(row));
                }
            }
            book.write(out);
        }
    }

    private static List<List<Entry>> headers(TableSpec table) {
        List<Entry> top = new ArrayList<>();
        List<Entry> below = new ArrayList<>();
        for (ColumnSpec column : table.columns()) {
            column.leaves().forEach(leaf -> {
                top.add(header(column));
                below.add(column.leaf() ? new Entry.Blank() : header(leaf));
            });
        }
        return List.of(top, below);
    }

    private static Entry header(ColumnSpec column) {
        return Entry.text(column.header().replace("{baseYear}", Integer.toString(YEAR)));
    }

    private static void write(Row row, List<Entry> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Entry.Blank() -> {
                }
                case Entry.Text(String text) -> row.createCell(column).setCellValue(text);
                case Entry.Number(BigDecimal value) -> row.createCell(column).setCellValue(value.doubleValue());
            }
        }
    }
}
