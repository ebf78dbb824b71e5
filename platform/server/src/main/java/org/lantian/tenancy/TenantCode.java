package org.lantian.tenancy;

import java.util.regex.Pattern;

import org.lantian.common.DomainException;

/** A tenant's code: the one text that is ever spliced into SET. {@code [a-z][a-z0-9_]{1,30}} and nothing else. */
public record TenantCode(String value) implements Comparable<TenantCode> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{1,30}");

    public TenantCode {
        if (!FORM.matcher(value).matches()) {
            throw DomainException.badRequest("TENANT_CODE_INVALID",
                    "租户代码“" + value + "”无效：以小写字母开头，只含小写字母、数字和下划线，2 至 31 个字符。");
        }
    }

    @Override
    public int compareTo(TenantCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
