package org.lantian.document;

import java.util.Locale;
import java.util.Optional;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.engine.source.SourceDocument;
import org.lantian.engine.source.TextDocument;

/** Documents as received: plain text, .docx, and .doc where LibreOffice is installed. */
public final class SourceDocuments {

    static final int MAX_BYTES = 30 * 1024 * 1024;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SourceDocuments() {
    }

    /**
     * Reads a document by its content, not by its name.
     *
     * @throws DomainException BAD_REQUEST for a file that is none of these, or damaged; RESOURCE_EXHAUSTED over the limits
     */
    public static SourceDocument read(String name, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "DOCUMENT_TOO_LARGE",
                    "文件“" + name + "”超过" + MAX_BYTES / 1024 / 1024 + "MB，不能读取。");
        }
        if (content.length == 0) {
            throw DomainException.badRequest("DOCUMENT_EMPTY", "文件“" + name + "”是空的。");
        }
        if (zipped(content)) {
            return WordReader.read(name, content);
        }
        if (startsWith(content, OLE)) {
            return WordReader.read(name, OldWord.toDocx(name, content));
        }
        if (binary(content)) {
            throw DomainException.badRequest("DOCUMENT_UNKNOWN",
                    "文件“" + name + "”不是方案文本：可读取 .docx、.txt（UTF-8 或 GB18030），以及 .doc。"
                            + (name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? "PDF 请先转换为 .docx 或 .txt。" : ""));
        }
        return TextDocument.read(name, content);
    }

    /** The stamp of the export that a .docx goes back to; empty where it has none or is none. */
    public static Optional<String> stamp(byte[] content) {
        return zipped(content) ? WordReader.stamp(content) : Optional.empty();
    }

    private static boolean zipped(byte[] content) {
        return content.length > 4 && content[0] == 'P' && content[1] == 'K';
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (content.length <= i || content[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean binary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, 8192); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return content.length > 4 && content[0] == '%' && content[1] == 'P' && content[2] == 'D' && content[3] == 'F';
    }
}
