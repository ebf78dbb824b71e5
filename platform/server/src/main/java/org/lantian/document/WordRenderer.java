package org.lantian.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import jakarta.inject.Singleton;

import org.lantian.engine.document.Document;

/**
 * Writes a document as Word (.docx) in the official format of GB/T 9704-2012. The same document at the same instant of
 * the clock gives the same bytes. Anchors become bookmarks named {@code c_<anchor>}.
 */
@Singleton
public final class WordRenderer {

    private final Clock clock;

    WordRenderer(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes the whole file; the stream is flushed and left open.
     *
     * @throws UncheckedIOException if the stream cannot be written
     * @throws IllegalArgumentException if an anchor cannot be a bookmark's name
     */
    public void render(Document document, PageSetting setting, OutputStream out) {
        render(document, setting, "", out);
    }

    /** As {@link #render}, with a stamp that {@link SourceDocuments#stamp} finds again; none if blank. */
    public void render(Document document, PageSetting setting, String stamp, OutputStream out) {
        WordPackage parts = WordPackage.of(document, setting, stamp, clock.instant());
        try {
            parts.writeTo(out, stream -> writeBody(document, setting, parts, stream));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeBody(Document document, PageSetting setting, WordPackage parts, OutputStream stream)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        new WordBody(new WordXml(writer), setting, parts.margins(), parts.charts()).write(document);
        writer.flush();
    }
}
