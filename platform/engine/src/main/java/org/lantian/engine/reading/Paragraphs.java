package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.lantian.engine.source.SourceBlock;
import org.lantian.engine.source.SourceDocument;

/** The paragraphs and tables of a document, normalised; what a page break or a conversion tore apart is joined. */
final class Paragraphs {

    /** One piece of the document. */
    sealed interface Piece {
        int line();
    }

    /** A paragraph. */
    record Para(int line, String text, int level) implements Piece {
    }

    /** A table as received. */
    record Grid(int line, List<SourceBlock.Row> rows) implements Piece {
    }

    private static final int PROSE = 24;
    private static final Pattern PAGE_NUMBER = Pattern.compile("^[-—–－·\\s]*\\d{1,4}[-—–－·\\s]*$|^第\\d{1,4}页(?:共\\d{1,4}页)?$");
    private static final Pattern CLOSED = Pattern.compile("[。！？；：;!?]$|[。！？；][”’）)〕】]$");
    private static final Pattern STARTS = Pattern.compile("^(?:附件|附录|附表|附：|表\\d|图\\d|专栏|[·●◆■]|[-—]\\s|抄送|目录|(?:完成|整改|办结)?(?:时限|时间|期限)(?:要求)?[：:]|（此件)");
    private static final Pattern GLUED = Pattern.compile("(?<=[。；])(?=[一二三四五六七八九十]{1,3}、[^。；，：]{2,25}$)");

    private Paragraphs() {
    }

    /** The pieces in order; {@code structural} tells lines that never continue the one before. */
    static List<Piece> of(SourceDocument source, Predicate<String> structural) {
        List<Piece> pieces = new ArrayList<>();
        for (SourceBlock block : source.blocks()) {
            switch (block) {
                case SourceBlock.Table table -> pieces.add(new Grid(table.line(), table.rows()));
                case SourceBlock.Text text -> paragraph(text, pieces, structural);
            }
        }
        return pieces;
    }

    private static void paragraph(SourceBlock.Text block, List<Piece> pieces, Predicate<String> structural) {
        String text = Normal.text(block.text());
        if (structural.test(text)) {
            text = Normal.names(block.text());
        }
        if (block.style().toLowerCase(java.util.Locale.ROOT).startsWith("toc") || text.isBlank() || PAGE_NUMBER.matcher(text).matches()) {
            return;
        }
        Optional<Para> open = pieces.isEmpty() || !(pieces.getLast() instanceof Para last)
                || !open(last, structural) ? Optional.empty() : Optional.of(last);
        if (open.isPresent() && !starts(text, structural)) {
            pieces.removeLast();
            pieces.add(new Para(open.get().line(), open.get().text() + text, open.get().level()));
            return;
        }
        for (String part : GLUED.split(text)) {
            pieces.add(new Para(block.line(), part, block.level()));
        }
    }

    private static boolean starts(String text, Predicate<String> structural) {
        return Numbering.of(text).isPresent() || STARTS.matcher(text).find() || structural.test(text);
    }

    /** A paragraph that goes on: a bracket is open, or prose ends without a mark. */
    private static boolean open(Para last, Predicate<String> structural) {
        String text = last.text();
        if (unclosed(text)) {
            return true;
        }
        if (text.endsWith("、") || text.endsWith("，")) {
            return true;
        }
        boolean prose = text.length() >= PROSE && (text.indexOf('，') >= 0 || text.indexOf('。') >= 0 || text.length() > 40);
        return prose && !structural.test(text) && !CLOSED.matcher(text).find() && !text.endsWith("）")
                && !text.endsWith("〕") && !text.endsWith("》的通知");
    }

    private static boolean unclosed(String text) {
        int open = 0;
        for (char c : text.toCharArray()) {
            open += "（〔".indexOf(c) >= 0 ? 1 : "）〕".indexOf(c) >= 0 ? -1 : 0;
        }
        return open > 0 && text.length() - Math.max(text.lastIndexOf('（'), text.lastIndexOf('〔')) < 400;
    }
}
