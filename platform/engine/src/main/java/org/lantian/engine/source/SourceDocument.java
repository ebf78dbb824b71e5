package org.lantian.engine.source;

import java.util.List;

/**
 * A received document.
 *
 * @param name file name without folders
 * @param blocks content in reading order; nothing of the file's text is left out, headers and footers excepted
 */
public record SourceDocument(String name, List<SourceBlock> blocks) {

    public SourceDocument {
        blocks = List.copyOf(blocks);
    }
}
