package org.lantian.app.tenant;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.document.WorkbookWriter;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.sheet.SheetContent;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.engine.sheet.WorkbookContent;
import org.lantian.engine.sheet.WorkbookStamp;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;

/**
 * A tenant's sample rows as a ledger workbook in its profile's tables, one row an enterprise, every sheet under the
 * words 示例数据. Table 3 is left without rows: findings come from the diagnosis.
 */
public final class SampleWorkbook {

    private static final String BANNER = "示例数据：除所附说明列明的事项外均为演示而编，不反映任何企业的真实情况";

    private final TenantFolder folder;
    private final ResolvedProfile profile;
    private final PlanDeclaration plan;

    private SampleWorkbook(TenantFolder folder, ResolvedProfile profile) {
        this.folder = folder;
        this.profile = profile;
        this.plan = folder.plan().orElseThrow(
                () -> new IllegalArgumentException("租户" + folder.tenant().code() + "没有plan.yaml，不能生成示例台账。"));
    }

    /**
     * Writes the workbook.
     *
     * @param profile the tenant's profile, whose tables are used
     * @throws IllegalArgumentException if the folder has no plan, which gives cluster and base year
     */
    public static void write(TenantFolder folder, ResolvedProfile profile, OutputStream out) {
        WorkbookWriter.write(new SampleWorkbook(folder, profile).content(), out);
    }

    private WorkbookContent content() {
        SampleCells cells = new SampleCells(folder.rows(), plan.clusters());
        return new WorkbookContent(
                Optional.of(new WorkbookStamp(profile.ref(), profile.hash(), plan.baseYear(),
                        WorkbookStamp.CURRENT_TEMPLATE_VERSION)),
                profile.tables().stream().map(table -> sheet(table, cells)).toList());
    }

    private SheetContent sheet(TableSpec table, SampleCells cells) {
        List<Map<Field, Entry>> rows = switch (table.id()) {
            case "table3", "vocsMaterials", "productionLines", "emissions" -> List.of();
            case "outlets" -> cells.outlets();
            default -> cells.enterprises();
        };
        List<List<Entry>> sheetRows = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            sheetRows.add(row(table, rows.get(i), i + 1));
        }
        return new SheetContent(table, title(table), plan.baseYear(), BANNER, sheetRows);
    }

    private static List<Entry> row(TableSpec table, Map<Field, Entry> cells, int ordinal) {
        return table.leaves().stream().map(ColumnSpec::field).map(field -> field
                .map(it -> it == Field.ROW_ORDINAL ? Entry.text(String.valueOf(ordinal)) : cells.getOrDefault(it, new Entry.Blank()))
                .orElseGet(Entry.Blank::new)).toList();
    }

    private String title(TableSpec table) {
        String cluster = plan.clusters().stream().map(PlanDeclaration.Cluster::name).findFirst().orElse("");
        return table.title().replace("{city}{cluster}", joined(folder.tenant().name(), cluster))
                .replace("{city}", folder.tenant().name()).replace("{cluster}", cluster);
    }

    /** City and cluster in one; a cluster's name often begins with the end of the city's. */
    static String joined(String city, String cluster) {
        int overlap = Math.min(city.length(), cluster.length());
        while (!city.endsWith(cluster.substring(0, overlap))) {
            overlap--;
        }
        return city + cluster.substring(overlap);
    }
}
