package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.quantity.Decimals;

/**
 * A number and what stands behind it in its cell: 50万吨, 1,200 t/a, 12.5.
 *
 * @param unit the unit as written; blank if there is none
 */
record AmountText(BigDecimal amount, String unit) {

    private static final Pattern AMOUNT = Pattern.compile("(" + CellParser.AMOUNT + ")(\\D*|\\D.*)");
    private static final Pattern MULTIPLE = Pattern.compile("[万亿千]");

    /** Empty if the text does not begin with a number. */
    static Optional<AmountText> read(String text) {
        Matcher matcher = AMOUNT.matcher(CellText.plain(text).replaceAll("\\s", ""));
        return matcher.matches() ? Optional.of(new AmountText(new BigDecimal(matcher.group(1).replace(",", "")),
                matcher.group(2))) : Optional.empty();
    }

    /** The unit of this amount where a line or header gives {@code around}; empty if what stands behind it is none. */
    Optional<String> unitAmong(Optional<String> around) {
        if (unit.isEmpty()) {
            return around;
        }
        if (MULTIPLE.matcher(unit).matches()) {
            return around.filter(word -> !word.isEmpty() && !word.matches("[万亿千].*")).map(word -> unit + word);
        }
        return UnitWords.isUnit(CellText.key(unit)) ? Optional.of(unit) : Optional.empty();
    }

    /** The amount in another unit, as a plain number; empty if the two do not measure the same. */
    Optional<String> in(String from, String to) {
        return UnitWords.same(from, to) ? Optional.of(amount.toPlainString())
                : UnitWords.factor(from, to).map(factor -> Decimals.print(amount.multiply(factor)));
    }
}
