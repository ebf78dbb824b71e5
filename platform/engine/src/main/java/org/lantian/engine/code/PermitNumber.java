package org.lantian.engine.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 排污许可证编号: a credit code, three digits of the site, one check character whose algorithm is not published and
 * therefore not checked. Registered units (登记管理) have numbers of the same shape.
 *
 * @param value the 22 characters
 * @param holder the credit code it begins with
 */
public record PermitNumber(String value, CreditCode holder) {

    private static final int LENGTH = 22;
    private static final int CREDIT_CODE_LENGTH = 18;
    private static final Pattern TAIL = Pattern.compile("\\d{3}[0-9A-Z]");

    /** What became of a text. */
    public sealed interface Reading {
    }

    /** The text is a permit number. */
    public record Valid(PermitNumber number) implements Reading {
    }

    /** The text is none; the message says in Chinese what is wrong and what is allowed. */
    public record Invalid(String message) implements Reading {
    }

    /** Reads a cell's text: surrounding blanks and lower case are tolerated. */
    public static Reading read(String text) {
        String value = text.strip().toUpperCase(Locale.ROOT);
        if (value.length() != LENGTH) {
            return new Invalid("排污许可证编号应为22位（18位统一社会信用代码、3位顺序码、1位校验码），现为" + value.length() + "位。");
        }
        if (!TAIL.matcher(value.substring(CREDIT_CODE_LENGTH)).matches()) {
            return new Invalid("排污许可证编号末4位“" + value.substring(CREDIT_CODE_LENGTH) + "”无效：应为3位数字加1位数字或大写字母。");
        }
        return switch (CreditCode.read(value.substring(0, CREDIT_CODE_LENGTH))) {
            case CreditCode.Valid(CreditCode holder) -> new Valid(new PermitNumber(value, holder));
            case CreditCode.Problem problem -> new Invalid("排污许可证编号前18位有误：" + problem.message());
        };
    }

    /** A warning if the permit belongs to another credit code than the enterprise's, as that of a branch site may. */
    public Optional<String> warningFor(CreditCode enterprise) {
        return holder.equals(enterprise) ? Optional.empty()
                : Optional.of("排污许可证编号前18位“" + holder.value() + "”与企业统一社会信用代码“" + enterprise.value()
                        + "”不一致，请确认是否为分支机构的许可证。");
    }
}
