package org.lantian.tck;

/** What a profile plugin promises, in the order in which the kit checks it. */
public enum Promise {
    /** The host accepts the zip and resolves its profile. */
    ACCEPTED("accepted", "宿主接受插件"),
    /** Every entry has an id in the agreed form. */
    IDS("ids", "标识符合规则"),
    /** Every unit is one that Lantian knows. */
    UNITS("units", "单位写法规范"),
    /** Every rule and figure says where it comes from. */
    SOURCES("sources", "逐条注明出处"),
    /** Every section and heading word has a place on the outline or a reason. */
    MAPPING("mapping", "章节全部对应大纲"),
    /** Every class word leads to an upgrade type and back. */
    CROSSWALK("crosswalk", "分类用词可逆"),
    /** Every base value falls into exactly one band. */
    BANDS("bands", "分档不漏不叠"),
    /** The template becomes a document that leaves no name open. */
    TEMPLATES("templates", "文本没有未定的名称"),
    /** The grammar reads its own samples as they say. */
    GRAMMAR("grammar", "语法读懂自己的样例"),
    /** Every rule ends with a verdict on any enterprise. */
    RULES("rules", "规则总能得出结论"),
    /** Two loads give the same profile and the same verdicts. */
    DETERMINISM("determinism", "结果每次相同"),
    /** No county, person or enterprise is named. */
    NAMES("names", "不写县、人、企业名称");

    private final String key;
    private final String title;

    Promise(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Its key in JSON and in messages. */
    public String key() {
        return key;
    }

    /** What it says, in Chinese. */
    public String title() {
        return title;
    }
}
