package org.lantian.engine.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.engine.reading.Paragraphs.Para;

/** What stands before the first heading: title, document number, state, issuer, date. */
final class FrontMatter {

    private static final String KIND = "方案|规划|计划|意见|要点|措施|办法|大纲|细则|清单|预案|规定";
    private static final Pattern TITLE = Pattern.compile("^.{2,80}(?:" + KIND + ")(?:（[^）]*）)*$");
    private static final Pattern STATE = Pattern.compile("（?(征求意见稿|送审稿|报批稿|审议稿|讨论稿|修订稿|草案|试行|大纲|初稿)）?");
    private static final Pattern NUMBER = Pattern.compile("（?([\\p{IsHan}]{1,16}〔(?:19|20)\\d{2}〕\\d{1,5}号)）?");
    private static final Pattern DATE = Pattern.compile("((?:19|20)\\d{2}|[一二][〇○零一二三四五六七八九]{3})年(\\d{1,2}|[一二三四五六七八九十]{1,3})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日(?:印发)?");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern NOTICE = Pattern.compile("关于(?:印发|下发|转发|公布)");
    private static final Pattern KNOWN = Pattern.compile("文件$|^各.*[：:]$|人民政府$|办公室$|局$|委员会$|指挥部$|^附件|公开发布|^[二〇○零一三四五六七八九十元\\d]+年(?:[二〇○零一三四五六七八九十元\\d]{1,3}月(?:[二〇○零一三四五六七八九十元\\d]{1,3}日)?)?(?:印发)?$|印发给你们|认真贯彻|^目录$|^前言$|的(?:通知|函|公告|通告)$");

    private final List<Para> lines;
    private final List<Para> unknown = new ArrayList<>();
    private String title = "";
    private Optional<String> number = Optional.empty();
    private Optional<String> state = Optional.empty();
    private Optional<LocalDate> issuedOn = Optional.empty();

    FrontMatter(List<Para> lines) {
        this.lines = lines;
        read();
    }

    String title() {
        return title;
    }

    Optional<String> number() {
        return number;
    }

    Optional<String> state() {
        return state;
    }

    Optional<LocalDate> issuedOn() {
        return issuedOn;
    }

    /** Lines that say none of this. */
    List<Para> unknown() {
        return unknown;
    }

    private void read() {
        int titleAt = titleAt();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            Matcher found = NUMBER.matcher(text);
            if (number.isEmpty() && found.matches()) {
                number = Optional.of(found.group(1));
            } else if (stateOnly(text)) {
                state = state.or(() -> stateOf(text));
            } else if (DATE.matcher(text).matches()) {
                issuedOn = date(text);
            } else if (!inTitle(i, titleAt) && !known(text)) {
                unknown.add(lines.get(i));
            }
        }
        if (titleAt >= 0) {
            StringBuilder whole = new StringBuilder();
            for (int i = firstOfTitle(titleAt); i <= titleAt; i++) {
                whole.append(lines.get(i).text());
            }
            for (int i = titleAt + 1; i < lines.size() && continues(lines.get(i).text()); i++) {
                whole.append(lines.get(i).text());
            }
            String text = whole.toString();
            state = state.or(() -> bracketedState(text));
            title = text.replaceAll("（(?:征求意见稿|送审稿|报批稿|审议稿|讨论稿|修订稿|草案|试行|大纲|初稿)）", "");
        }
        if (state.isEmpty() && number.isPresent()) {
            state = Optional.of("印发");
        }
    }

    /** The last title that is not a notice; else the first line that looks like one. */
    private int titleAt() {
        int notice = -1;
        int found = -1;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            if (TITLE.matcher(text).matches() && !NOTICE.matcher(text).find() && text.indexOf('。') < 0) {
                found = i;
            } else if (NOTICE.matcher(text).find() && text.endsWith("通知")) {
                notice = i;
            }
        }
        return found >= 0 ? found : notice >= 0 ? notice : lines.isEmpty() || lines.getFirst().text().length() > 60 ? -1 : 0;
    }

    private boolean inTitle(int i, int titleAt) {
        return titleAt >= 0 && (i >= firstOfTitle(titleAt) && i <= titleAt
                || i == titleAt + 1 && continues(lines.get(i).text()));
    }

    private int firstOfTitle(int at) {
        int first = at;
        while (first > 0 && partOfTitle(first - 1, at)) {
            first--;
        }
        return first;
    }

    /** A short line right above the title that says nothing of its own: a title in several lines. */
    private boolean partOfTitle(int i, int titleAt) {
        if (i >= titleAt || i < titleAt - 3 || titleAt < 0 || lines.get(titleAt).line() - lines.get(i).line() > titleAt - i) {
            return false;
        }
        String text = lines.get(i).text();
        return text.length() <= 40 && text.indexOf('。') < 0 && !text.endsWith("：") && !known(text)
                && !NUMBER.matcher(text).find() && !stateOnly(text) && !DATE.matcher(text).find();
    }

    /** （2025-2027年） below a title belongs to it. */
    private static boolean continues(String text) {
        return text.matches("（[^）]*年[^）]*）(?:（[^）]*）)*");
    }

    private boolean known(String text) {
        if (text.matches(".*(?:19|20)\\d{2}年.*月.*日.*") && issuedOn.isEmpty() && text.length() < 40) {
            issuedOn = date(text);
            return issuedOn.isPresent() || KNOWN.matcher(text).find();
        }
        return KNOWN.matcher(text).find() || NOTICE.matcher(text).find();
    }

    private static boolean stateOnly(String text) {
        return STATE.matcher(text).matches();
    }

    private static Optional<String> stateOf(String text) {
        Matcher found = STATE.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<String> bracketedState(String text) {
        Matcher found = Pattern.compile("（(征求意见稿|送审稿|报批稿|审议稿|讨论稿|修订稿|草案|试行|大纲|初稿)）").matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    static Optional<LocalDate> date(String text) {
        Matcher found = DATE.matcher(text);
        try {
            return found.find() ? Optional.of(LocalDate.of(year(found.group(1)), number(found.group(2)),
                    number(found.group(3)))) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** 2024 or 二〇二四, digit by digit. */
    private static int year(String text) {
        return text.replace('○', '〇').replace('零', '〇').chars()
                .map(digit -> DIGITS.indexOf(digit) < 0 ? digit - '0' : DIGITS.indexOf(digit))
                .reduce(0, (year, digit) -> year * 10 + digit);
    }

    private static int number(String text) {
        return ChineseNumerals.read(text).orElseGet(() -> Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : 0);
    }
}
