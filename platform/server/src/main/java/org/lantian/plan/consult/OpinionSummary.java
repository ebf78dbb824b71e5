package org.lantian.plan.consult;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.plan.consult.Consultation.Answer;
import org.lantian.plan.consult.Consultation.Invited;
import org.lantian.plan.consult.PlanComment.Decision;

/** 意见汇总表: what every invited unit said of a plan, and what became of it. */
public final class OpinionSummary {

    private static final List<Column> COLUMNS = List.of(column("ordinal", "序号", Align.CENTER, 2),
            column("unit", "反馈单位", Align.LEFT, 5), column("clause", "涉及条款", Align.LEFT, 5),
            column("comment", "意见内容", Align.LEFT, 10), column("decision", "采纳情况", Align.CENTER, 3),
            column("reason", "理由或说明", Align.LEFT, 7));

    private OpinionSummary() {
    }

    /**
     * @param title of the plan
     * @param comments in the order in which they came
     * @param unit a unit's name by its id
     * @param clause a clause's printed place by its id
     */
    public static Document of(String title, String mark, Consultation consultation, List<PlanComment> comments,
            Function<Long, String> unit, Function<Long, String> clause) {
        List<List<String>> rows = new ArrayList<>();
        for (Invited invited : consultation.units()) {
            List<PlanComment> own = comments.stream().filter(one -> one.unit() == invited.unit()).toList();
            if (own.isEmpty()) {
                rows.add(List.of(number(rows), unit.apply(invited.unit()), "/",
                        invited.answer() == Answer.NO_OBJECTION ? "无意见" : "未反馈", "/", "/"));
            }
            own.forEach(comment -> rows.add(List.of(number(rows), unit.apply(comment.unit()),
                    comment.clause().map(clause).orElse("全文"), words(comment),
                    comment.decision().map(Decision::term).orElse("待处理"),
                    comment.reason().isBlank() ? "/" : comment.reason())));
        }
        return new Document(List.of(title, "征求意见汇总表"), "", mark,
                List.of(new Block.Paragraph(Block.ParagraphStyle.BODY, List.of(Run.text(account(consultation, comments))), ""),
                        new Block.Table("opinions", "意见反馈及采纳情况", COLUMNS, rows, List.of(), "")));
    }

    private static String account(Consultation consultation, List<PlanComment> comments) {
        Map<Answer, Long> answers = consultation.units().stream()
                .collect(java.util.stream.Collectors.groupingBy(Invited::answer, java.util.stream.Collectors.counting()));
        String text = "共向" + consultation.units().size() + "家单位征求意见，反馈期限为" + consultation.deadline().getYear() + "年"
                + consultation.deadline().getMonthValue() + "月" + consultation.deadline().getDayOfMonth() + "日。其中反馈意见的"
                + answers.getOrDefault(Answer.COMMENTED, 0L) + "家、无意见的" + answers.getOrDefault(Answer.NO_OBJECTION, 0L)
                + "家、未反馈的" + answers.getOrDefault(Answer.PENDING, 0L) + "家。";
        if (comments.isEmpty()) {
            return text;
        }
        text += "收到意见" + comments.size() + "条";
        for (Decision decision : Decision.values()) {
            long count = comments.stream().filter(one -> one.decision().filter(decision::equals).isPresent()).count();
            text += "，" + decision.term() + count + "条";
        }
        long open = comments.stream().filter(one -> one.decision().isEmpty()).count();
        return text + (open > 0 ? "，待处理" + open + "条。" : "。");
    }

    private static String words(PlanComment comment) {
        return comment.text() + (comment.proposal().isBlank() ? "" : "\n建议修改为：" + comment.proposal())
                + (comment.late() ? "\n（逾期反馈）" : "");
    }

    private static String number(List<List<String>> rows) {
        return Integer.toString(rows.size() + 1);
    }

    private static Column column(String id, String header, Align align, int width) {
        return new Column(id, header, align, width, List.of());
    }
}
