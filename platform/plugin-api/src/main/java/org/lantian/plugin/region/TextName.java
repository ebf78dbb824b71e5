package org.lantian.plugin.region;

/**
 * The names that the texts of a profile may leave open as {@code {name}}. Headings, captions of target sets and titles of
 * tables may use the names of a plan; letters may use all of them. A task pattern declares its own parameters instead.
 * Append-only: a name never changes its meaning.
 */
public enum TextName {
    /** The city that the plan is for. */
    CITY("city", Of.PLAN, "城市名称", "示例市"),
    /** The district, county or zone that the plan is for. */
    AREA("area", Of.PLAN, "县（区）或开发区名称", "示例区"),
    /** The cluster that the plan is for. */
    CLUSTER("cluster", Of.PLAN, "集群名称", "示例集群"),
    /** Year that the plan's ledger figures are of. */
    BASE_YEAR("baseYear", Of.PLAN, "基准年", "2024"),
    /** Year of a plan of one year. */
    YEAR("year", Of.PLAN, "方案年度", "2025"),
    /** First year of the plan's term. */
    FROM_YEAR("fromYear", Of.PLAN, "方案起始年", "2025"),
    /** Last year of the plan's term. */
    TO_YEAR("toYear", Of.PLAN, "方案截止年", "2027"),
    /** Autumn and winter, for example 2025—2026年秋冬季. */
    SEASON("season", Of.PLAN, "秋冬季", "2025—2026年秋冬季"),
    /** Quarter, 1 to 4. */
    QUARTER("quarter", Of.LETTER, "季度", "三"),
    /** Month, 1 to 12. */
    MONTH("month", Of.LETTER, "月份", "9月"),
    /** The time that a ranking or review is about. */
    PERIOD("period", Of.LETTER, "通报所指时段", "第38周"),
    /** The unit that a letter is addressed to. */
    UNIT("unit", Of.LETTER, "主送单位", "甲局"),
    /** The units that a letter is addressed to. */
    UNITS("units", Of.LETTER, "主送单位（多个）", "甲局、乙局"),
    /** Place in a ranking. */
    RANK("rank", Of.LETTER, "名次", "3"),
    /** What was reached. */
    VALUE("value", Of.LETTER, "完成值", "下降3%"),
    /** What was to be reached. */
    TARGET("target", Of.LETTER, "目标值", "下降5%"),
    /** Outcome of a review, in sentences. */
    RESULT("result", Of.LETTER, "考核结果", "甲局完成9项，未完成1项。"),
    /** Day until which an answer is due. */
    DEADLINE("deadline", Of.LETTER, "答复期限", "2025年10月15日"),
    /** Day from which a measure holds. */
    FROM("from", Of.LETTER, "措施生效日", "2025年11月1日"),
    /** Time of a meeting. */
    TIME("time", Of.LETTER, "约谈或会议时间", "2025年10月20日9时"),
    /** Place of a meeting. */
    PLACE("place", Of.LETTER, "约谈或会议地点", "示例会议室");

    private enum Of {
        PLAN, LETTER
    }

    private final String key;
    private final Of of;
    private final String meaning;
    private final String example;

    TextName(String key, Of of, String meaning, String example) {
        this.key = key;
        this.of = of;
        this.meaning = meaning;
        this.example = example;
    }

    /** As it stands in braces. */
    public String key() {
        return key;
    }

    /** Whether headings and captions may use it, not letters alone. */
    public boolean ofPlan() {
        return of == Of.PLAN;
    }

    /** What it stands for, in Chinese. */
    public String meaning() {
        return meaning;
    }

    /** What previews print for it; fictitious. */
    public String example() {
        return example;
    }
}
