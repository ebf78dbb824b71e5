package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.lantian.engine.reading.Paragraphs.Grid;
import org.lantian.engine.reading.Paragraphs.Para;
import org.lantian.engine.reading.Paragraphs.Piece;
import org.lantian.engine.source.SourceDocument;
import org.lantian.plugin.grammar.ReadingGrammar;

/** Reads a plan with the grammar of a profile. Never throws for what a document holds; what it cannot place is unread. */
public final class PlanReader {

    private static final Pattern CONTENTS = Pattern.compile(".*(?:[-—–－]\\s*\\d{1,4}\\s*[-—–－]|[.…·]{3,}\\s*\\d{1,4})\\s*$");

    private PlanReader() {
    }

    /** @param profile {@code id@version} of the profile that the grammar is of; only noted */
    public static ReadPlan read(SourceDocument source, ReadingGrammar grammar, String profile) {
        RoleReader roles = new RoleReader(grammar);
        List<Piece> pieces = Paragraphs.of(source, roles::roleLine).stream()
                .filter(piece -> !(piece instanceof Para para && contents(para.text()))).toList();
        int body = bodyAt(pieces);
        List<Para> before = new ArrayList<>();
        List<Para> preamble = new ArrayList<>();
        for (Piece piece : pieces.subList(0, body)) {
            if (piece instanceof Para para) {
                (prose(para.text()) ? preamble : before).add(para);
            }
        }
        FrontMatter front = new FrontMatter(before);
        DeadlineReader deadlines = DeadlineReader.of(front.title(), front.issuedOn());
        Assembly assembly = new Assembly(grammar, roles, deadlines);
        preamble.forEach(assembly::preamble);
        pieces.subList(0, body).stream().filter(Grid.class::isInstance).map(Grid.class::cast)
                .forEach(grid -> assembly.tableBeforeBody(front.title(), grid));
        assembly.body(pieces.subList(body, pieces.size()));
        List<UnreadLine> unread = new ArrayList<>(front.unknown().stream()
                .map(para -> new UnreadLine(para.line(), para.text())).toList());
        unread.addAll(assembly.unread());
        return new ReadPlan(front.title(), front.number(), front.state(), front.issuedOn().or(assembly::issuedOn), profile,
                assembly.sections(), assembly.tables(), unread);
    }

    private static boolean contents(String text) {
        return CONTENTS.matcher(text).matches() && (Numbering.of(text).isPresent() || text.matches("^(?:前言|附件|附表|目录).*"));
    }

    private static boolean prose(String text) {
        return !text.contains("印发给你们") && (text.length() > 60 && text.indexOf('。') >= 0
                || text.endsWith("。") && (text.length() > 30 || text.contains("制定本") || text.contains("结合实际")));
    }

    /** The first heading or item: a chapter, 一、, 1. or 前言. */
    private static int bodyAt(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Para para && (Numbering.of(para.text()).isPresent()
                    || para.text().matches("前言|引言|概述"))) {
                return i;
            }
        }
        return pieces.size();
    }
}
