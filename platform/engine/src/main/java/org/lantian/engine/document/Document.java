package org.lantian.engine.document;

import java.util.List;
import java.util.Optional;

/**
 * A whole document.
 *
 * @param title title as printed, one line a list entry (the renderer centres them)
 * @param subtitle a line below the title in brackets, for example 征求意见稿; blank for none
 * @param mark a line in the top margin of every page, for example 示例数据; blank for none
 * @param blocks content in order
 * @param form what an issued document has around its text
 */
public record Document(List<String> title, String subtitle, String mark, List<Block> blocks, Optional<IssueForm> form) {

    public Document {
        title = List.copyOf(title);
        blocks = List.copyOf(blocks);
    }

    public Document(List<String> title, String subtitle, String mark, List<Block> blocks) {
        this(title, subtitle, mark, blocks, Optional.empty());
    }

    /** The same document with other content. */
    public Document with(List<Block> other) {
        return new Document(title, subtitle, mark, other, form);
    }
}
