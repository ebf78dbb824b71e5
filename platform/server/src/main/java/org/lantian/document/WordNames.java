package org.lantian.document;

/** Names of ECMA-376 and of Word's shapes. */
final class WordNames {

    static final String SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String SPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:r=\"" + RELATIONS + "\" "
            + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:c=\"" + CHART + "\" xmlns:wps=\"" + SHAPE + "\"";

    private WordNames() {
    }
}
