package org.lantian.identity;

import java.util.regex.Pattern;

/** The form of the stable codes of units and groups. */
final class OrgUnitCodes {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private OrgUnitCodes() {
    }

    static void require(String code) {
        if (code.length() > 60 || !FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("id“" + code + "”无效：只能是以连字符相连的小写字母和数字，最多60个字符。");
        }
    }
}
