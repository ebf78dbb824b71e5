package org.lantian.document;

import java.nio.charset.StandardCharsets;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;

/** What is refused before any reader sees the file, and the words for it. */
final class WorkbookGuard {

    static final int MAX_FILE_BYTES = 30 * 1024 * 1024;
    static final int MAX_ENTRIES = 2_000;
    static final long MAX_INFLATED_BYTES = 512L * 1024 * 1024;
    /** An entry may grow this many times when inflated; sheets of equal rows reach about 60. */
    static final long MAX_RATIO = 250;

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
    private static final int OWNER_FILE_BYTES = 165;

    private WorkbookGuard() {
    }

    static void check(byte[] content) {
        if (content.length > MAX_FILE_BYTES) {
            throw tooLarge("文件超过" + MAX_FILE_BYTES / 1024 / 1024 + "MB");
        }
        if (content.length == 0) {
            throw DomainException.badRequest("WORKBOOK_EMPTY", "文件是空的（0字节），没有可以导入的内容。请检查文件是否保存完整后重新选择。");
        }
        if (isOld(content)) {
            if (contains(content, "EncryptedPackage")) {
                throw locked();
            }
            return;
        }
        if (content.length == OWNER_FILE_BYTES) {
            throw DomainException.badRequest("WORKBOOK_NOT_XLSX",
                    "这是表格软件打开文件时产生的临时文件（文件名以“~$”开头），不是工作簿。请关闭文件后选择原文件。");
        }
    }

    /** Whether the file is a package of parts, as all newer Office files are. */
    static boolean isPackage(byte[] content) {
        return content.length >= 4 && content[0] == 'P' && content[1] == 'K';
    }

    /** Whether the file is of the older kind that .xls and locked workbooks share. */
    static boolean isOld(byte[] content) {
        return startsWith(content, OLE);
    }

    static DomainException notXlsx(String what) {
        return DomainException.badRequest("WORKBOOK_NOT_XLSX",
                "该文件不是 Excel 工作簿（.xlsx 或 .xls），也不是 CSV 表" + what + "。请在表格软件中“另存为 Excel 工作簿（.xlsx）”后再导入。");
    }

    static DomainException macros() {
        return DomainException.badRequest("WORKBOOK_MACROS", "工作簿含有宏，不予导入。请另存为不含宏的 Excel 工作簿（.xlsx）。");
    }

    static DomainException damaged() {
        return DomainException.badRequest("WORKBOOK_DAMAGED", "工作簿已损坏，无法读取。请用表格软件打开并重新保存后再导入。");
    }

    static DomainException tooLarge(String why) {
        return new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "WORKBOOK_TOO_LARGE",
                "工作簿过大：" + why + "。请删去无关的工作表和图片，或分成几个文件导入。");
    }

    static DomainException tooManyRows(String sheet, int limit) {
        return new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "WORKBOOK_TOO_MANY_ROWS",
                "工作表“" + sheet + "”的数据超过" + limit + "行。请分成几个文件导入。");
    }

    static DomainException locked() {
        return DomainException.badRequest("WORKBOOK_LOCKED", "工作簿设有打开密码，无法读取。请在表格软件中去掉打开密码后再导入。");
    }

    static DomainException oldFormat() {
        return DomainException.badRequest("WORKBOOK_OLD_FORMAT",
                "该文件是 Excel 95 或更早的格式，无法读取。请另存为 Excel 工作簿（.xlsx）后再导入。");
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (content.length <= i || content[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Names in an OLE directory are UTF-16. */
    private static boolean contains(byte[] content, String name) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
