package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.lantian.engine.code.CreditCode;
import org.lantian.engine.code.PermitNumber;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.CellValue.Absent;
import org.lantian.engine.sheet.CellValue.None;
import org.lantian.engine.sheet.CellValue.Range;
import org.lantian.engine.sheet.CellValue.Text;
import org.lantian.engine.sheet.CellValue.Unreadable;
import org.lantian.engine.sheet.CellValue.YesNo;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.ValueType;
import org.lantian.plugin.vocabulary.Pollutant;

/** Reads one line of one cell by its column's type. */
final class CellParser {

    static final String AMOUNT = "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final Pattern NUMBER = Pattern.compile(AMOUNT);
    private static final Pattern MONTH_AS_NUMBER = Pattern.compile("20\\d{2}\\.1");
    private static final Set<String> YES = Set.of("是", "有", "y", "yes", "√", "true", "1");
    private static final Set<String> NO = Set.of("否", "无", "n", "no", "×", "x", "false", "0");
    private static final List<String> YES_NO = List.of("是", "否");

    private final Industries industries;

    CellParser(Industries industries) {
        this.industries = industries;
    }

    /** A value and what is wrong with it, if anything. */
    record Parsed(CellValue value, Optional<Complaint> complaint) {

        static Parsed of(CellValue value) {
            return new Parsed(value, Optional.empty());
        }

        static Parsed error(String text, CellProblemCode code, String message) {
            return new Parsed(new Unreadable(text),
                    Optional.of(new Complaint(code, Severity.ERROR, message, List.of())));
        }

        static Parsed warning(CellValue value, CellProblemCode code, String message) {
            return new Parsed(value, Optional.of(new Complaint(code, Severity.WARNING, message, List.of())));
        }
    }

    /** A problem that does not know its cell yet. */
    record Complaint(CellProblemCode code, Severity severity, String message, List<String> allowed) {
    }

    Parsed parse(ColumnSpec column, Grid.Kind kind, String line) {
        String text = CellText.stripped(line);
        if (text.isEmpty()) {
            return Parsed.of(new Absent());
        }
        if (kind == Grid.Kind.ERROR && column.type() != ValueType.ORDINAL) {
            return Parsed.error(text, CellProblemCode.CELL_ERROR_VALUE,
                    "“" + column.header() + "”的单元格是公式错误“" + text + "”，请改为数值或文字。");
        }
        return switch (column.type()) {
            case ORDINAL -> Parsed.of(new Absent());
            case TEXT -> Parsed.of(CellText.isNone(text) ? new None(text) : new Text(text));
            case DECIMAL -> number(column, text);
            case INTEGER -> integer(column, text);
            case CHOICE -> CellText.isNone(text) ? Parsed.of(new None(text)) : choice(column, text);
            case YES_NO -> yesNo(column, text);
            case RANGE -> CellText.isNone(text) ? Parsed.of(new None(text)) : range(column, text);
            case DEADLINE -> deadline(column, kind, text);
            case CREDIT_CODE -> creditCode(text);
            case PERMIT_NUMBER -> CellText.isNone(text) ? Parsed.of(new None(text)) : permitNumber(text);
            case INDUSTRY -> industry(text);
        };
    }

    private static Parsed number(ColumnSpec column, String text) {
        if (CellText.isNone(text)) {
            return Parsed.of(new Absent());
        }
        String plain = CellText.plain(text).replace(" ", "");
        String unit = column.unit().map(CellText::plain).orElse("");
        String amount = !unit.isEmpty() && plain.endsWith(unit) ? plain.substring(0, plain.length() - unit.length())
                : plain;
        if (!NUMBER.matcher(amount).matches()) {
            return Parsed.error(text, CellProblemCode.NUMBER_EXPECTED, "“" + column.header() + "”应填数字"
                    + (unit.isEmpty() ? "（单位填在单位列）" : "（单位：" + unit + "）") + "，现为“" + text + "”。");
        }
        BigDecimal value = new BigDecimal(amount.replace(",", ""));
        if (value.signum() < 0) {
            return Parsed.error(text, CellProblemCode.NUMBER_NEGATIVE,
                    "“" + column.header() + "”不能小于0，现为“" + text + "”。");
        }
        return Parsed.of(new CellValue.Number(value));
    }

    private static Parsed integer(ColumnSpec column, String text) {
        Parsed parsed = number(column, text);
        if (parsed.value() instanceof CellValue.Number(BigDecimal value) && value.stripTrailingZeros().scale() > 0) {
            return Parsed.error(text, CellProblemCode.INTEGER_EXPECTED,
                    "“" + column.header() + "”应填整数，现为“" + text + "”。");
        }
        return parsed;
    }

    private static Parsed choice(ColumnSpec column, String text) {
        String word = column.field().filter(Field.EMISSION_POLLUTANT::equals).flatMap(field -> Pollutant.ofTerm(text))
                .map(Pollutant::term).orElse(text);
        Optional<String> known = column.allowed().stream().filter(allowed -> CellText.key(allowed).equals(CellText.key(word)))
                .findFirst();
        if (known.isPresent() || column.otherAllowed() || column.allowed().isEmpty()) {
            return Parsed.of(new Text(known.orElse(text)));
        }
        return new Parsed(new Unreadable(text), Optional.of(new Complaint(CellProblemCode.CHOICE_NOT_ALLOWED,
                Severity.ERROR, "“" + column.header() + "”不能填“" + text + "”，只能填："
                        + String.join("、", column.allowed()) + "。",
                column.allowed())));
    }

    private static Parsed yesNo(ColumnSpec column, String text) {
        String key = CellText.key(text);
        if (YES.contains(key)) {
            return Parsed.of(new YesNo(true));
        }
        if (NO.contains(key)) {
            return Parsed.of(new YesNo(false));
        }
        if (CellText.isNone(text)) {
            return Parsed.of(new Absent());
        }
        return new Parsed(new Unreadable(text), Optional.of(new Complaint(CellProblemCode.YES_NO_EXPECTED,
                Severity.ERROR, "“" + column.header() + "”只能填“是”或“否”，现为“" + text + "”。", YES_NO)));
    }

    private static Parsed range(ColumnSpec column, String text) {
        Optional<Range> range = RangeText.read(text);
        if (range.isEmpty()) {
            return Parsed.warning(new Text(text), CellProblemCode.RANGE_EXPECTED,
                    "“" + column.header() + "”应填数值或范围并注明单位，如“5-8升/分钟”，现为“" + text + "”，已按文字保留。");
        }
        return range.get().unit().isEmpty()
                ? Parsed.warning(range.get(), CellProblemCode.RANGE_UNIT_MISSING,
                        "“" + column.header() + "”未注明单位，如“" + text + "升/分钟”。")
                : Parsed.of(range.get());
    }

    private static Parsed deadline(ColumnSpec column, Grid.Kind kind, String text) {
        if (CellText.isNone(text)) {
            return Parsed.of(new Absent());
        }
        if (kind == Grid.Kind.NUMBER && MONTH_AS_NUMBER.matcher(text).matches()) {
            return Parsed.error(text, CellProblemCode.DEADLINE_AMBIGUOUS, "“" + column.header() + "”的数值“" + text
                    + "”分不清是1月还是10月，请写成“" + text.substring(0, 4) + "年10月”或“" + text.substring(0, 4) + "-01”。");
        }
        return DeadlineText.read(text).map(Parsed::of)
                .orElseGet(() -> Parsed.error(text, CellProblemCode.DEADLINE_EXPECTED, "“" + column.header()
                        + "”应为日期、年月或年份，如“2026-06-30”“2026年6月底前”“2026年”，现为“" + text + "”。"));
    }

    private static Parsed creditCode(String text) {
        if (CellText.isNone(text)) {
            return Parsed.of(new Absent());
        }
        return switch (CreditCode.read(compact(text))) {
            case CreditCode.Valid(CreditCode code) -> Parsed.of(new Text(code.value()));
            case CreditCode.Problem problem ->
                Parsed.error(text, CellProblemCode.CREDIT_CODE_INVALID, problem.message());
        };
    }

    private static Parsed permitNumber(String text) {
        return switch (PermitNumber.read(compact(text))) {
            case PermitNumber.Valid(PermitNumber number) -> Parsed.of(new Text(number.value()));
            case PermitNumber.Invalid(String message) ->
                Parsed.error(text, CellProblemCode.PERMIT_NUMBER_INVALID, message);
        };
    }

    private Parsed industry(String text) {
        if (CellText.isNone(text)) {
            return Parsed.of(new None(text));
        }
        return industries.find(text)
                .map(entry -> Parsed.of(new CellValue.Industry(Optional.of(entry.code()), text)))
                .orElseGet(() -> Parsed.warning(new CellValue.Industry(Optional.empty(), text),
                        CellProblemCode.INDUSTRY_UNKNOWN,
                        "“" + text + "”不是 GB/T 4754-2017 的行业名称或代码，已按文字保留。"));
    }

    private static String compact(String text) {
        return CellText.plain(text).replaceAll("\\s", "");
    }
}
