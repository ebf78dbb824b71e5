package org.lantian.app.tenant;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.lantian.app.tenant.SampleRows.Concentrations;
import org.lantian.app.tenant.SampleRows.EnergyRow;
import org.lantian.app.tenant.SampleRows.EnterpriseRow;
import org.lantian.app.tenant.SampleRows.EquipmentRow;
import org.lantian.app.tenant.SampleRows.MaterialRow;
import org.lantian.app.tenant.SampleRows.MeasureRow;
import org.lantian.app.tenant.SampleRows.OutletRow;
import org.lantian.app.tenant.SampleRows.ProductRow;
import org.lantian.app.tenant.SampleRows.TreatmentRow;
import org.lantian.engine.code.CreditCode;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.reference.Industry;

/** Reads the CSV files of a tenant folder; what a row refers to must be a row of {@code enterprises.csv}. */
final class SampleRowsReader {

    private final Path folder;
    private final List<String> problems;
    private final Set<String> names = new HashSet<>();
    private final Set<String> creditCodes = new HashSet<>();

    SampleRowsReader(Path folder, List<String> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    SampleRows read() {
        List<EnterpriseRow> enterprises = rows("enterprises.csv", this::enterprise, "name", "credit_code",
                "permit_number", "county", "town", "cluster", "industry", "grade", "transport_amount",
                "transport_mode");
        return new SampleRows(enterprises,
                rows("equipment.csv", this::equipment, "enterprise", "name", "count", "running"),
                rows("energy.csv", this::energy, "enterprise", "type", "amount", "unit", "heating"),
                rows("products.csv", this::product, "enterprise", "name", "capacity", "output", "unit"),
                rows("materials.csv", this::material, "enterprise", "name", "amount", "unit"),
                rows("treatments.csv", this::treatment, "enterprise", "process", "collection", "desulphurisation",
                        "denitration", "reductant", "ammonia", "dedusting", "vocs", "concentration_pm",
                        "concentration_so2", "concentration_nox", "concentration_vocs"),
                rows("outlets.csv", this::outlet, "enterprise", "number", "source_category", "dry_flow", "hours",
                        "oxygen", "concentration_pm", "concentration_so2", "concentration_nox",
                        "concentration_vocs"),
                rows("measures.csv", this::measure, "subject", "upgrade_type", "fugitive", "organised", "mobile",
                        "grade", "infrastructure", "goal", "deadline", "reduction"));
    }

    private <T> List<T> rows(String file, Function<CsvFile.Row, T> reading, String... header) {
        return new CsvFile(folder.resolve(file), List.of(header), problems).read(reading);
    }

    private EnterpriseRow enterprise(CsvFile.Row row) {
        String name = row.requireText("name");
        if (!names.add(name)) {
            row.problem("企业“" + name + "”重复。");
        }
        String creditCode = row.requireText("credit_code");
        if (CreditCode.read(creditCode) instanceof CreditCode.Problem problem) {
            row.problem("统一社会信用代码“" + creditCode + "”：" + problem.message());
        }
        if (!creditCodes.add(creditCode)) {
            row.problem("统一社会信用代码“" + creditCode + "”重复。");
        }
        return new EnterpriseRow(name, creditCode, row.text("permit_number"), row.requireText("county"),
                row.requireText("town"), row.requireText("cluster"), industry(row), row.text("grade"),
                row.findDecimal("transport_amount"), row.text("transport_mode"));
    }

    private static String industry(CsvFile.Row row) {
        String code = row.requireText("industry");
        if (Industries.standard().findByCode(code).filter(it -> it.level() == Industry.Level.CLASS).isEmpty()) {
            row.problem("“" + code + "”不是GB/T 4754—2017的小类代码。");
        }
        return code;
    }

    private EquipmentRow equipment(CsvFile.Row row) {
        int count = row.requireCount("count");
        int running = row.requireCount("running");
        if (running > count) {
            row.problem("运行" + running + "台多于总数" + count + "台。");
        }
        return new EquipmentRow(enterpriseOf(row, "enterprise"), row.requireText("name"), count, running);
    }

    private EnergyRow energy(CsvFile.Row row) {
        return new EnergyRow(enterpriseOf(row, "enterprise"), row.requireText("type"), row.requireDecimal("amount"),
                row.requireText("unit"), row.requireText("heating"));
    }

    private ProductRow product(CsvFile.Row row) {
        return new ProductRow(enterpriseOf(row, "enterprise"), row.requireText("name"),
                row.requireDecimal("capacity"), row.requireDecimal("output"), row.requireText("unit"));
    }

    private MaterialRow material(CsvFile.Row row) {
        return new MaterialRow(enterpriseOf(row, "enterprise"), row.requireText("name"),
                row.requireDecimal("amount"), row.requireText("unit"));
    }

    private TreatmentRow treatment(CsvFile.Row row) {
        return new TreatmentRow(enterpriseOf(row, "enterprise"), row.requireText("process"), row.text("collection"),
                row.text("desulphurisation"), row.text("denitration"), row.text("reductant"), row.text("ammonia"),
                row.text("dedusting"), row.text("vocs"), concentrations(row));
    }

    private OutletRow outlet(CsvFile.Row row) {
        return new OutletRow(enterpriseOf(row, "enterprise"), row.requireText("number"),
                row.requireText("source_category"), row.requireDecimal("dry_flow"), row.requireDecimal("hours"),
                row.findDecimal("oxygen"), concentrations(row));
    }

    private MeasureRow measure(CsvFile.Row row) {
        return new MeasureRow(enterpriseOf(row, "subject"), row.requireText("upgrade_type"), row.text("fugitive"),
                row.text("organised"), row.text("mobile"), row.text("grade"), row.text("infrastructure"),
                row.requireText("goal"), row.requireText("deadline"), row.text("reduction"));
    }

    private static Concentrations concentrations(CsvFile.Row row) {
        return new Concentrations(row.findDecimal("concentration_pm"), row.findDecimal("concentration_so2"),
                row.findDecimal("concentration_nox"), row.findDecimal("concentration_vocs"));
    }

    private String enterpriseOf(CsvFile.Row row, String column) {
        String name = row.requireText(column);
        if (!names.contains(name)) {
            row.problem("enterprises.csv中没有企业“" + name + "”。");
        }
        return name;
    }
}
