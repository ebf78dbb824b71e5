package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.sheet.CellValue.Range;

/** A number or a range with its unit behind it: 5-8 升/分钟, 5L/h～8L/h, 约0.5吨/小时. */
public final class RangeText {

    private static final Pattern RANGE = Pattern
            .compile("约?(" + CellParser.AMOUNT + ")(?:(\\D*?)[-~至—–−到]+(" + CellParser.AMOUNT + "))?(.*)");

    private RangeText() {
    }

    /** Empty if the text does not begin with a number. */
    public static Optional<Range> read(String text) {
        Matcher matcher = RANGE.matcher(CellText.plain(text).replace(" ", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal low = decimal(matcher.group(1));
        BigDecimal high = matcher.group(3) == null ? low : decimal(matcher.group(3));
        String first = matcher.group(2) == null ? "" : matcher.group(2);
        if (!first.isEmpty() && !first.equals(matcher.group(4))) {
            return Optional.empty();
        }
        return Optional.of(new Range(low.min(high), low.max(high), matcher.group(4), text));
    }

    private static BigDecimal decimal(String amount) {
        return new BigDecimal(amount.replace(",", ""));
    }
}
