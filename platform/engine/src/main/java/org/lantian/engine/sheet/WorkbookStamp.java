package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.lantian.plugin.ProfileRef;

/**
 * What a workbook made by Lantian says of itself, on its hidden sheet {@value #SHEET}: keys in the first column, values
 * in the second.
 *
 * @param profile the profile whose tables it follows
 * @param hash hash of the resolved profile
 * @param baseYear the year that {@code {baseYear}} stands for
 * @param templateVersion version of the layout, from 1
 */
public record WorkbookStamp(ProfileRef profile, String hash, int baseYear, int templateVersion) {

    public static final String SHEET = "_lantian";

    /** The version of the layout that is written now. */
    public static final int CURRENT_TEMPLATE_VERSION = 2;

    /** The stamp as key and value lines, in the order they are written. */
    public List<Map.Entry<String, String>> lines() {
        return List.of(Map.entry("profileId", profile.id()), Map.entry("profileVersion", profile.version()),
                Map.entry("profileHash", hash), Map.entry("baseYear", Integer.toString(baseYear)),
                Map.entry("templateVersion", Integer.toString(templateVersion)));
    }

    /** The stamp among the sheets; empty if there is none or it is damaged. */
    static Optional<WorkbookStamp> find(List<Grid> sheets) {
        return sheets.stream().filter(grid -> grid.sheet().equals(SHEET)).findFirst().flatMap(WorkbookStamp::read);
    }

    private static Optional<WorkbookStamp> read(Grid grid) {
        Map<String, String> values = new TreeMap<>();
        for (Grid.Row row : grid.rows()) {
            List<String> pair = new ArrayList<>();
            row.find(0).map(Grid.Cell::text).ifPresent(pair::add);
            row.find(1).map(Grid.Cell::text).ifPresent(pair::add);
            if (pair.size() == 2) {
                values.put(pair.getFirst(), pair.getLast());
            }
        }
        try {
            return Optional.of(new WorkbookStamp(
                    new ProfileRef(values.getOrDefault("profileId", ""), values.getOrDefault("profileVersion", "")),
                    values.getOrDefault("profileHash", ""), Integer.parseInt(values.getOrDefault("baseYear", "")),
                    Integer.parseInt(values.getOrDefault("templateVersion", ""))));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
