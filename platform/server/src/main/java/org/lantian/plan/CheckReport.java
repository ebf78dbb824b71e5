package org.lantian.plan;

import java.util.List;

import org.lantian.document.HtmlRenderer;
import org.lantian.engine.check.Remark;
import org.lantian.plugin.rule.Severity;

/**
 * The remarks on a plan as a page of its own (校核报告), ready to print: HTML without scripts or references to other files.
 *
 * @param title title of the plan
 * @param about what was checked, by which template
 * @param remarks in the order of the check; printed errors first, then by their place
 */
public record CheckReport(String title, String about, List<Remark> remarks) {

    /** Media type of {@link #html}. */
    public static final String MEDIA_TYPE = "text/html; charset=utf-8";
    private static final String STYLE = """
            @page { size: A4; margin: 25mm 20mm }
            body { font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif; margin: 3em auto; max-width: 60em; \
            line-height: 1.7; color: #111; font-variant-numeric: tabular-nums }
            h1 { font-weight: normal; text-align: center; font-size: 1.6em }
            table { border-collapse: collapse; width: 100%; font-size: .95em }
            thead { display: table-header-group }
            tr { break-inside: avoid }
            th, td { border: 1px solid #444; padding: .4em .6em; text-align: left; vertical-align: top }
            th { background: #f2f2f2; font-weight: normal }
            .no, .level { white-space: nowrap }
            .code { color: #555; font-size: .85em }
            .error .level { color: #a40000 } .warning .level { color: #8a5a00 } .none { text-align: center; padding: 2em }
            @media print { body { margin: 0; max-width: none } }
            """;

    public CheckReport {
        remarks = List.copyOf(remarks);
    }

    public String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\">"
                + "<title>" + HtmlRenderer.escape(title) + " 校核报告</title>\n<style>\n" + STYLE + "</style></head>\n<body>\n<h1>"
                + HtmlRenderer.escape(title) + "<br>校核报告</h1>\n<p>" + HtmlRenderer.escape(about) + "。意见 " + remarks.size() + " 条，其中错误 "
                + count(Severity.ERROR) + " 条、提醒 " + count(Severity.WARNING) + " 条、说明 " + count(Severity.INFO)
                + " 条。</p>\n");
        if (remarks.isEmpty()) {
            page.append("<p class=\"none\">未发现自相矛盾之处。</p>\n");
        } else {
            page.append("<table>\n<thead><tr><th>序号</th><th>级别</th><th>位置</th><th>意见</th><th>算式与依据</th><th>建议</th></tr></thead>\n<tbody>\n");
            List<Remark> sorted = remarks.stream().sorted(java.util.Comparator.comparing(Remark::severity)).toList();
            for (int i = 0; i < sorted.size(); i++) {
                page.append(row(i + 1, sorted.get(i)));
            }
            page.append("</tbody>\n</table>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private long count(Severity severity) {
        return remarks.stream().filter(remark -> remark.severity() == severity).count();
    }

    private static String row(int number, Remark remark) {
        String basis = remark.arithmetic() + (remark.arithmetic().isBlank() || remark.evidence().isEmpty() ? "" : "；")
                + String.join("、", remark.evidence());
        return "<tr class=\"" + remark.severity().name().toLowerCase(java.util.Locale.ROOT) + "\"><td class=\"no\">" + number
                + "</td><td class=\"level\">" + word(remark.severity()) + "</td><td>" + HtmlRenderer.escape(place(remark)) + "</td><td>"
                + HtmlRenderer.escape(remark.message()) + "<br><span class=\"code\">" + remark.code() + "</span></td><td>"
                + HtmlRenderer.escape(basis) + "</td><td>" + HtmlRenderer.escape(remark.hint()) + "</td></tr>\n";
    }

    /** Place in words; the id of a composed plan's clause says nothing to a reader. */
    private static String place(Remark remark) {
        String clause = remark.clause().matches("\\d+") ? "" : remark.clause().replaceFirst("^table(\\d)$", "表$1");
        return remark.line().isPresent() ? clause + "（第" + remark.line().getAsInt() + "行）" : clause;
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "提醒";
            case INFO -> "说明";
        };
    }
}
