package org.lantian.engine.check.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.source.SourceBlock;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Pollutants, units and document numbers are in their standard spelling; one remark a spelling, with its lines. */
final class Spelling {

    private static final int LISTED = 12;

    /** A spelling that is not the standard one. */
    private record Form(Pattern wrong, String right, String what) {
    }

    private static final List<Form> FORMS = List.of(
            new Form(Pattern.compile("(?<![A-Za-z])(?:VOCS|VOC_\\{?[sS]\\}?|VOC s|vocs|Vocs)(?![A-Za-z])"), "VOCs", "挥发性有机物的缩写"),
            new Form(Pattern.compile("(?<![A-Za-z])(?:NOX|Nox|NO_\\{?[xX]\\}?)(?![A-Za-z])"), "NOx", "氮氧化物的缩写"),
            new Form(Pattern.compile("PM\\s*_\\s*\\{?2\\.5\\}?|PM2\\.\\s+5|PM 2\\.5|pm2\\.5|Pm2\\.5"), "PM2.5", "细颗粒物的缩写"),
            new Form(Pattern.compile("PM\\s*_\\s*\\{?10\\}?|PM 10|pm10"), "PM10", "可吸入颗粒物的缩写"),
            new Form(Pattern.compile("[\\[［(（【](?:19|20)\\d{2}[\\]］)）】](?=第?\\d+号)"), "〔年份〕", "发文字号的年份"),
            new Form(Pattern.compile("〔(?:19|20)\\d{2}〕(?:第\\d+|0\\d+)号"), "〔年份〕N号", "发文字号的序号"),
            new Form(Pattern.compile("(?<=[月年吨])[•∙.](?=平方公里|立方米)"), "·", "单位中的间隔号"),
            new Form(Pattern.compile("(?:ug|μg)/m3|mg/m3"), "µg/m³、mg/m³", "浓度单位"));

    private Spelling() {
    }

    static void check(CheckedPlan plan) {
        Map<Form, Set<Integer>> lines = new LinkedHashMap<>();
        Map<Form, Set<String>> forms = new LinkedHashMap<>();
        for (SourceBlock block : plan.source().blocks()) {
            switch (block) {
                case SourceBlock.Text text -> find(text.line(), text.text(), lines, forms);
                case SourceBlock.Table table -> table.rows().forEach(row -> row.cells()
                        .forEach(cell -> find(row.line(), cell.text(), lines, forms)));
            }
        }
        lines.forEach((form, at) -> {
            List<String> wrong = new ArrayList<>(forms.get(form));
            plan.remark(RemarkCode.SPELLING, Severity.WARNING, new Place(at.iterator().next(), "全文"),
                    form.what() + "写法不规范：“" + String.join("”“", wrong) + "”，应为“" + form.right() + "”，见第"
                            + listed(at) + "行。",
                    wrong, "", "全文统一为“" + form.right() + "”。");
        });
    }

    private static void find(int line, String text, Map<Form, Set<Integer>> lines, Map<Form, Set<String>> forms) {
        for (Form form : FORMS) {
            Matcher wrong = form.wrong().matcher(text);
            while (wrong.find()) {
                lines.computeIfAbsent(form, ignored -> new LinkedHashSet<>()).add(line);
                forms.computeIfAbsent(form, ignored -> new LinkedHashSet<>()).add(wrong.group());
            }
        }
    }

    private static String listed(Set<Integer> lines) {
        List<String> shown = lines.stream().limit(LISTED).map(String::valueOf).toList();
        return String.join("、", shown) + (lines.size() > LISTED ? "等" + lines.size() : "");
    }
}
