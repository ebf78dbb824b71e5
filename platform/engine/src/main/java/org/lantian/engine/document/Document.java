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

    /** The line below the title in its brackets; none where the red head has it as number. */
    public Optional<String> subtitleLine() {
        String line = subtitle.strip();
        boolean inHead = form.map(IssueForm::number).filter(subtitle::equals).isPresent();
        return line.isEmpty() || inHead ? Optional.empty() : Optional.of(line.startsWith("（") ? line : "（" + line + "）");
    }

    /** What a table of contents lists: the headings of levels 1 and 2 that have an anchor. */
    public List<Block.Heading> contents() {
        return blocks.stream().filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast)
                .filter(heading -> heading.level() <= 2 && !heading.anchor().isBlank()).toList();
    }

    /** The same document with other content. */
    public Document with(List<Block> other) {
        return new Document(title, subtitle, mark, other, form);
    }
}
