package org.lantian.app;

import java.util.List;

import org.lantian.engine.check.Remark;
import org.lantian.plan.Plan;
import org.lantian.plugin.rule.Severity;

/** The remarks about a plan as a page of its own. */
final class CheckReport {

    private static final String STYLE = """
            body { font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif; margin: 3em auto; max-width: 60em; \
            line-height: 1.7; color: #111 }
            h1 { font-weight: normal; text-align: center; font-size: 1.6em }
            table { border-collapse: collapse; width: 100% }
            th, td { border: 1px solid #444; padding: .4em .6em; text-align: left; vertical-align: top }
            th { background: #f2f2f2; font-weight: normal }
            .ERROR { color: #a40000 } .WARNING { color: #8a5a00 } .none { text-align: center; padding: 2em }
            """;

    private CheckReport() {
    }

    static String html(Plan plan, List<Remark> remarks) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\">"
                + "<title>校核报告</title>\n<style>\n" + STYLE + "</style></head>\n<body>\n<h1>" + escape(
                        plan.printedTitle()) + "<br>校核报告</h1>\n<p>基准年 " + plan.baseYear() + "，期限 " + plan.termFrom()
                + "—" + plan.termTo() + " 年，方案模板 " + escape(plan.profile()) + "。意见 " + remarks.size() + " 条，其中错误 "
                + PlanCommand.errors(remarks) + " 条。</p>\n");
        if (remarks.isEmpty()) {
            page.append("<p class=\"none\">未发现自相矛盾之处：各表企业一致，目标与表4相符，完成时限均在期限内。</p>\n");
        } else {
            page.append("<table>\n<tr><th>序号</th><th>级别</th><th>意见</th><th>算式与依据</th><th>建议</th></tr>\n");
            for (int i = 0; i < remarks.size(); i++) {
                page.append(row(i + 1, remarks.get(i)));
            }
            page.append("</table>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static String row(int number, Remark remark) {
        String basis = remark.arithmetic() + (remark.arithmetic().isBlank() || remark.evidence().isEmpty() ? "" : "；")
                + String.join("、", remark.evidence());
        return "<tr class=\"" + remark.severity() + "\"><td>" + number + "</td><td>" + word(remark.severity())
                + "</td><td>" + escape(remark.message()) + "</td><td>" + escape(basis) + "</td><td>"
                + escape(remark.hint()) + "</td></tr>\n";
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "提醒";
            case INFO -> "说明";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
