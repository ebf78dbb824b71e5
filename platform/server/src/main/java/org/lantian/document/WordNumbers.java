package org.lantian.document;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;

import org.lantian.engine.numeral.ChineseNumerals;

/** Automatic paragraph numbers, as Word would print them. */
final class WordNumbers {

    private static final int LEVELS = 9;
    private static final int LARGEST = 999;

    private final XWPFDocument document;
    private final Map<BigInteger, int[]> counters = new HashMap<>();

    WordNumbers(XWPFDocument document) {
        this.document = document;
    }

    /** The number of a paragraph; blank for one without. Paragraphs are to be asked in their order. */
    String of(XWPFParagraph paragraph) {
        BigInteger id = paragraph.getNumID();
        BigInteger depth = paragraph.getNumIlvl();
        if (id == null || document.getNumbering() == null) {
            return "";
        }
        XWPFNum number = document.getNumbering().getNum(id);
        int level = depth == null ? 0 : Math.min(depth.intValue(), LEVELS - 1);
        if (number == null || number.getCTNum().getAbstractNumId() == null) {
            return "";
        }
        XWPFAbstractNum list = document.getNumbering().getAbstractNum(number.getCTNum().getAbstractNumId().getVal());
        return list == null ? "" : printed(list, number.getCTNum().getAbstractNumId().getVal(), level);
    }

    private String printed(XWPFAbstractNum list, BigInteger id, int level) {
        int[] counts = counters.computeIfAbsent(id, ignored -> starts(list));
        counts[level]++;
        for (int below = level + 1; below < LEVELS; below++) {
            counts[below] = start(list, below) - 1;
        }
        CTLvl own = level(list, level);
        if (own == null || own.getLvlText() == null || own.getLvlText().getVal() == null) {
            return "";
        }
        String text = own.getLvlText().getVal();
        for (int one = 0; one <= level; one++) {
            text = text.replace("%" + (one + 1), written(level(list, one), counts[one]));
        }
        return text.codePoints().anyMatch(point -> point >= 0xE000 && point <= 0xF8FF) ? "· " : text;
    }

    private static String written(@org.jspecify.annotations.Nullable CTLvl level, int count) {
        String format = level == null || level.getNumFmt() == null ? "decimal" : level.getNumFmt().getVal().toString();
        return format.toLowerCase(java.util.Locale.ROOT).contains("chinese") && count >= 1 && count <= LARGEST
                || format.equals("japaneseCounting") ? ChineseNumerals.write(count) : Integer.toString(count);
    }

    private static int[] starts(XWPFAbstractNum list) {
        int[] counts = new int[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            counts[level] = start(list, level) - 1;
        }
        return counts;
    }

    private static int start(XWPFAbstractNum list, int level) {
        CTLvl own = level(list, level);
        return own == null || own.getStart() == null ? 1 : own.getStart().getVal().intValue();
    }

    private static @org.jspecify.annotations.Nullable CTLvl level(XWPFAbstractNum list, int level) {
        return list.getCTAbstractNum().getLvlList().stream().filter(one -> one.getIlvl().intValue() == level).findFirst()
                .orElse(null);
    }
}
