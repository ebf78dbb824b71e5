package org.lantian.engine.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an issued document has around its text (GB/T 9704-2012 clauses 7.2 to 7.4): the red head, whom it is sent to, who
 * signs, and the imprint at the foot of the last page. A blank part is not printed.
 *
 * @param authority 发文机关标志 as printed in red, for example 某市人民政府办公室文件
 * @param number 发文字号
 * @param addressee 主送机关, several separated by commas, without colon
 * @param annexes names of 附件, in order
 * @param signatory 署名
 * @param signedOn 成文日期
 * @param note 附注 without brackets, for example 此件公开发布
 * @param copies 抄送, without a full stop
 * @param printedBy 印发机关
 * @param printedOn 印发日期
 */
public record IssueForm(String authority, String number, String addressee, List<String> annexes, String signatory,
        Optional<LocalDate> signedOn, String note, String copies, String printedBy, Optional<LocalDate> printedOn) {

    public IssueForm {
        annexes = List.copyOf(annexes);
    }

    /** Whether there is an imprint 版记. */
    public boolean imprint() {
        return !copies.isBlank() || !printedBy.isBlank();
    }

    /** 主送机关 with its colon; empty without. */
    public Optional<String> addresseeLine() {
        return addressee.isBlank() ? Optional.empty() : Optional.of(addressee.strip() + "：");
    }

    /** 附件说明, a line for each annex; numbered where there are several. */
    public List<String> annexLines() {
        return IntStream.range(0, annexes.size()).mapToObj(i -> (i == 0 ? "附件：" : "　　　")
                + (annexes.size() == 1 ? "" : i + 1 + ".") + annexes.get(i).strip()).toList();
    }

    /** 附注 in its brackets; empty without. */
    public Optional<String> noteLine() {
        return note.isBlank() ? Optional.empty() : Optional.of("（" + note.strip() + "）");
    }

    /** 抄送 with its full stop; empty without. */
    public Optional<String> copiesLine() {
        return copies.isBlank() ? Optional.empty()
                : Optional.of("抄送：" + copies.strip().replaceFirst("。$", "") + "。");
    }

    /** 印发日期 as it stands beside 印发机关; blank without. */
    public String printedOnText() {
        return printedOn.map(day -> day(day) + "印发").orElse("");
    }

    /** A day as official documents print it: 2026年1月5日, without leading zeros. */
    public static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
