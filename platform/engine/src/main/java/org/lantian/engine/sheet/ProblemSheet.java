package org.lantian.engine.sheet;

/** The sheet that an annotated copy of a workbook carries besides its own: a line a problem. It is not read back. */
public final class ProblemSheet {

    public static final String NAME = "导入问题";

    private ProblemSheet() {
    }
}
