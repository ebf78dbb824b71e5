package org.lantian.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies a zip package, putting other content in the place of named entries. Entry times are fixed at 1980. */
final class PackageCopy {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Writes one entry's bytes; does not close the stream. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private PackageCopy() {
    }

    static void write(byte[] source, OutputStream out, Map<String, Content> replaced) throws IOException {
        ZipOutputStream target = new ZipOutputStream(out);
        // Table markup repeats itself so much that the slower levels hardly save space.
        target.setLevel(Deflater.BEST_SPEED);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(source))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(EPOCH);
                target.putNextEntry(copy);
                Content content = replaced.get(entry.getName());
                if (content != null) {
                    content.writeTo(target);
                } else if (entry.getName().endsWith(".xlsx")) {
                    target.write(embedded(entries.readAllBytes()));
                } else {
                    entries.transferTo(target);
                }
                target.closeEntry();
            }
        }
        target.finish();
    }

    private static byte[] embedded(byte[] workbook) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(workbook.length);
        write(workbook, copy, Map.of());
        return copy.toByteArray();
    }
}
