package org.lantian.ledger;

import java.util.regex.Pattern;

/** What is left of an enterprise's name without the words for company and what stands in brackets. */
public final class NameStem {

    private static final Pattern COMPANY = Pattern.compile("\\(.*?\\)|股份有限公司|有限责任公司|有限公司|公司|厂");

    private NameStem() {
    }

    /** @param nameKey the name as it is compared */
    public static String of(String nameKey) {
        return COMPANY.matcher(nameKey).replaceAll("");
    }
}
