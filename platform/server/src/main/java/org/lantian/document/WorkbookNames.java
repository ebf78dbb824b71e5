package org.lantian.document;

import java.util.List;

import org.apache.poi.ss.util.WorkbookUtil;

/** Sheet names that spreadsheets accept: 31 characters, none of {@code :\/?*[]}, each once. */
final class WorkbookNames {

    private static final int LENGTH = 31;

    private WorkbookNames() {
    }

    static String sheetName(String caption, List<String> taken) {
        String name = WorkbookUtil.createSafeSheetName(caption.isBlank() ? "表" : caption.strip(), '_');
        String free = name;
        for (int copy = 2; contains(taken, free); copy++) {
            String suffix = "(" + copy + ")";
            free = name.substring(0, Math.min(name.length(), LENGTH - suffix.length())) + suffix;
        }
        return free;
    }

    private static boolean contains(List<String> taken, String name) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }
}
