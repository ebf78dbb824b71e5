package org.lantian.plan;

import java.util.regex.Pattern;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;

/**
 * 发文字号 (GB/T 9704-2012 clause 7.2.5): 机关代字〔年份〕顺序号. Brackets are U+3014 and U+3015, the year has four digits, the
 * number neither 第 nor leading zeros.
 */
record DocumentNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\p{IsHan}+〔(?:19|20)\\d{2}〕[1-9]\\d*号");

    /** @throws UserErrorsException if the text has another form */
    DocumentNumber {
        value = value.strip();
        if (value.length() > 60 || !FORM.matcher(value).matches()) {
            throw new UserErrorsException(java.util.List.of(UserError.of("number", "NUMBER_INVALID",
                    "发文字号“" + value + "”不符合格式：应为机关代字〔四位年份〕顺序号，如“卫沙政办发〔2026〕3号”；用六角括号，"
                            + "顺序号不加“第”，不编虚位。")));
        }
    }
}
