package org.lantian.engine.document;

import java.util.List;

/**
 * A whole document.
 *
 * @param title title as printed, one line a list entry (the renderer centres them)
 * @param subtitle a line below the title in brackets, for example 征求意见稿; blank for none
 * @param mark a line in the top margin of every page, for example 示例数据; blank for none
 * @param blocks content in order
 */
public record Document(List<String> title, String subtitle, String mark, List<Block> blocks) {

    public Document {
        title = List.copyOf(title);
        blocks = List.copyOf(blocks);
    }
}
