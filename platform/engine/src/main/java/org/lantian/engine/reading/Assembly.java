package org.lantian.engine.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.reading.Numbering.Style;
import org.lantian.engine.reading.Paragraphs.Grid;
import org.lantian.engine.reading.Paragraphs.Para;
import org.lantian.engine.reading.Paragraphs.Piece;
import org.lantian.plugin.grammar.ReadingGrammar;

/** Builds the section tree from pieces, in document order. */
final class Assembly {

    private static final Pattern ANNEX = Pattern.compile("^附(?:件|录|表)\\s*(\\d{0,2}|[一二三四五六七八九十]{0,2})\\s*[：:]?$");
    private static final Pattern TITLED_ANNEX = Pattern.compile("^(附(?:件|录|表)\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,2}))(?:[\\s　：:]+|(?=[\\p{IsHan}\\d（]))([^。；，]{4,56})$");
    private static final Pattern ANNEX_LIST = Pattern.compile("^[-—·]?\\s*附\\s*件\\s*[：:]\\s*\\S.*");
    private static final Pattern IMPRINT = Pattern.compile("^(?:抄送|主送|分送|报送)\\s*[：:].*");
    private static final Pattern SIGNATURE = Pattern.compile("^[\\p{IsHan}]{4,30}(?:办公室|局|委员会|指挥部|领导小组)$|^[\\p{IsHan}]{2,30}人民政府$|^(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日(?:印发)?$|^（此件.*）$");
    private static final int HEADING = 40;
    private static final int RUN_IN = 30;

    private final RoleReader roles;
    private final DeadlineReader deadlines;
    private final SectionTree tree;
    private final AnnexNames annexes = new AnnexNames();
    private final List<UnreadLine> unread = new ArrayList<>();
    private Optional<LocalDate> issuedOn = Optional.empty();
    private boolean arabicItems;
    private boolean imprint;
    private int listed;

    Assembly(ReadingGrammar grammar, RoleReader roles, DeadlineReader deadlines) {
        this.roles = roles;
        this.deadlines = deadlines;
        this.tree = new SectionTree(grammar, roles, deadlines);
    }

    void preamble(Para para) {
        tree.preamble(para);
    }

    void tableBeforeBody(String title, Grid grid) {
        tree.table(title, List.of(grid));
    }

    List<ReadSection> sections() {
        return tree.sections();
    }

    List<ReadTable> tables() {
        return tree.tables();
    }

    List<UnreadLine> unread() {
        return unread;
    }

    /** A date in the imprint. */
    Optional<LocalDate> issuedOn() {
        return issuedOn;
    }

    void body(List<Piece> pieces) {
        int at = 0;
        while (at < pieces.size()) {
            at = switch (pieces.get(at)) {
                case Grid grid -> grids("", pieces, at);
                case Para para -> paragraph(para, pieces, at);
            };
        }
    }

    private int paragraph(Para para, List<Piece> pieces, int at) {
        String text = para.text();
        if (ANNEX.matcher(text).matches()) {
            return annex(para, pieces, at);
        }
        Matcher titled = TITLED_ANNEX.matcher(text);
        if (titled.matches()) {
            return titledAnnex(para, titled, pieces, at);
        }
        if (ANNEX_LIST.matcher(text).matches()) {
            listed = 1;
            annexes.add(text);
            return at + 1;
        }
        boolean signature = SIGNATURE.matcher(text).matches();
        if (IMPRINT.matcher(text).matches() || signature && (imprint || !tree.atItem(text))) {
            imprint = true;
            issuedOn = issuedOn.or(() -> FrontMatter.date(text));
            return at + 1;
        }
        imprint = false;
        Optional<Numbering> number = Numbering.of(text);
        if (listed > 0 && number.filter(one -> one.arabic() && one.value() == listed + 1).isPresent()) {
            listed++;
            annexes.add(text);
            return at + 1;
        }
        listed = 0;
        if (tableTitle(text, number, pieces, at)) {
            annexes.find(text).ifPresent(ordinal -> {
                annexes.open(text);
                tree.annex("附件" + ordinal, text, para.line());
            });
            return grids(text, pieces, at + 1);
        }
        if (number.isPresent()) {
            numbered(para, number.get(), next(pieces, at));
        } else if (text.matches("前言|引言|概述")) {
            tree.open(SectionTree.UNNUMBERED, "", text, para.line());
        } else {
            tree.text(para);
        }
        return at + 1;
    }

    private static Optional<Piece> next(List<Piece> pieces, int at) {
        return at + 1 < pieces.size() ? Optional.of(pieces.get(at + 1)) : Optional.empty();
    }

    private boolean tableTitle(String text, Optional<Numbering> number, List<Piece> pieces, int at) {
        return number.isEmpty() && text.length() <= 60 && !text.endsWith("。") && !text.endsWith("；")
                && !roles.roleLine(text) && next(pieces, at).filter(piece -> piece instanceof Grid grid
                        && !Boxes.box(grid)).isPresent();
    }

    /** A table, with the pieces that page breaks parted from it, or boxes. */
    private int grids(String title, List<Piece> pieces, int at) {
        Grid first = (Grid) pieces.get(at);
        if (Boxes.box(first)) {
            Boxes.read(first, tree);
            return at + 1;
        }
        List<Grid> whole = new ArrayList<>(List.of(first));
        int end = at + 1;
        while (end < pieces.size() && pieces.get(end) instanceof Grid more && TableReader.continues(first, more)) {
            whole.add(more);
            end++;
        }
        tree.table(title, whole);
        return end;
    }

    private void numbered(Para para, Numbering number, Optional<Piece> next) {
        if (number.style() == Style.ARABIC) {
            arabicItems = true;
        }
        boolean pausedHeading = number.style() == Style.ARABIC_PAUSE && number.rest().length() <= 15
                && number.rest().indexOf('。') < 0 && next.filter(piece -> piece instanceof Para following
                        && Numbering.of(following.text()).filter(one -> one.style() == Style.BRACKETED).isPresent())
                        .isPresent();
        if (number.style() == Style.BRACKETED_ARABIC || number.decimal() && tree.below(number)) {
            tree.subItem(para, number);
        } else if (number.arabic() && !pausedHeading) {
            tree.item(para, number, "");
        } else {
            heading(para, pausedHeading
                    ? new Numbering(Style.CHINESE, number.value(), number.printed(), number.rest()) : number);
        }
    }

    /** A heading; text that follows it in the same paragraph is the section's first paragraph. */
    private void heading(Para para, Numbering number) {
        String rest = number.rest();
        int stop = rest.indexOf('。');
        if (stop > 0 && stop <= RUN_IN && stop < rest.length() - 1) {
            tree.open(number.style().depth(), number.printed(), rest.substring(0, stop), para.line());
            tree.text(new Para(para.line(), rest.substring(stop + 1), 0));
        } else if (rest.length() > HEADING * 2 && rest.indexOf('，') > 0) {
            tree.open(number.style().depth(), number.printed(), "", para.line());
            tree.text(new Para(para.line(), rest, 0));
        } else {
            tree.open(number.style().depth(), number.printed(), rest.replaceAll("[。：；]$", ""), para.line());
        }
    }

    /** 附件1 and its title in one line begin an annex; before another such line or the signature they only list it. */
    private int titledAnnex(Para para, Matcher titled, List<Piece> pieces, int at) {
        boolean lists = !(pieces.size() > at + 1) || pieces.get(at + 1) instanceof Para next
                && (TITLED_ANNEX.matcher(next.text()).matches() || ANNEX.matcher(next.text()).matches()
                        || SIGNATURE.matcher(next.text()).matches() || IMPRINT.matcher(next.text()).matches());
        if (lists) {
            annexes.add(titled.group(2));
            return at + 1;
        }
        annexes.open(titled.group(2));
        tree.annex(titled.group(1), titled.group(2), para.line());
        return pieces.get(at + 1) instanceof Grid grid && !Boxes.box(grid) ? grids(titled.group(2), pieces, at + 1) : at + 1;
    }

    private int annex(Para para, List<Piece> pieces, int at) {
        StringBuilder title = new StringBuilder();
        int end = at + 1;
        while (end < pieces.size() && title.isEmpty() && pieces.get(end) instanceof Para line && line.text().length() <= 60
                && Numbering.of(line.text()).isEmpty() && !line.text().endsWith("。")) {
            title.append(line.text());
            end++;
        }
        annexes.open(title.toString());
        tree.annex(para.text(), title.toString(), para.line());
        return end < pieces.size() && pieces.get(end) instanceof Grid grid && !Boxes.box(grid)
                ? grids(title.toString(), pieces, end) : end;
    }
}
