package org.lantian.app;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;

import org.lantian.plan.IssueTexts;

/** Options for the form of an issued document. */
final class IssueFormOptions {

    @Option(names = "--authority", defaultValue = "", paramLabel = "A",
            description = "Words of the red head (发文机关标志), for example 某市人民政府办公室文件.")
    private String authority;
    @Option(names = "--to", defaultValue = "", paramLabel = "UNITS", description = "Whom it is sent to (主送机关).")
    private String addressee;
    @Option(names = "--annex", paramLabel = "NAME", description = "Name of an annex (附件); may be repeated.")
    private List<String> annexes = new ArrayList<>();
    @Option(names = "--signed-by", defaultValue = "", paramLabel = "UNIT", description = "Who signs (署名).")
    private String signatory;
    @Option(names = "--note", defaultValue = "", paramLabel = "TEXT", description = "附注, for example 此件公开发布.")
    private String note;
    @Option(names = "--copy", defaultValue = "", paramLabel = "UNITS", description = "Who gets a copy (抄送).")
    private String copies;
    @Option(names = "--printed-by", defaultValue = "", paramLabel = "UNIT", description = "印发机关.")
    private String printedBy;

    IssueTexts texts() {
        return new IssueTexts(authority, addressee, annexes, signatory, note, copies, printedBy);
    }
}
