package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.lantian.engine.code.CreditCode;

/**
 * Finds names of places, persons and enterprises in a text.
 *
 * @param commonWords words that are no names here
 */
record Names(PlaceNames places, Set<String> commonWords) {

    private static final Set<String> FICTITIOUS = Set.of("张三", "李四", "王五", "赵六", "孙七", "周八");
    private static final String SURNAMES = "[王李张刘陈杨赵黄吴徐孙朱马胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖蔡潘袁董余苏叶吕魏蒋杜丁沈姜范傅卢姚廖邹熊陆郝孔崔邱秦顾侯邵孟龙段雷钱汤尹黎贺赖龚]";
    private static final Pattern OFFICIAL = Pattern.compile(
            "(" + SURNAMES + "[\\u4e00-\\u9fff]{1,2}?)(?:同志|副?局长|副?书记|副?主任|副?市长|副?县长|副?区长|副?科长|先生|女士)");
    private static final Pattern LEADER = Pattern.compile("(?:leader[= ]|责任领导[：:]|责任人[：:]|联系人[：:]|分管领导[：:])\\s*([\\u4e00-\\u9fff、]+)");
    private static final Pattern PERSON = Pattern.compile(SURNAMES + "[\\u4e00-\\u9fff]{1,2}");
    private static final Pattern TELEPHONE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final Pattern COMPANY = Pattern.compile("[\\u4e00-\\u9fffA-Za-z（）()]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团公司)");
    private static final Pattern PRETENDED = Pattern.compile(".*(示例|某|虚构|样例|[甲乙丙丁]).*");
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])");
    private static final String TO_TENANT = "删去，或移到租户目录的plan.yaml；样例中用示例市、示例区、甲局、张三、甲有限公司。"
            + "若只是普通词，用--word（或commonWords）说明。";

    /** Something that looks like a name. */
    record Found(String kind, String name, String change) {
    }

    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        places(text, found);
        OFFICIAL.matcher(text).results().map(match -> match.group(1)).forEach(name -> person(name, found));
        LEADER.matcher(text).results().map(match -> match.group(1)).forEach(names -> {
            for (String name : names.split("、")) {
                if (PERSON.matcher(name).matches()) {
                    person(name, found);
                }
            }
        });
        TELEPHONE.matcher(text).results().forEach(match -> add("联系电话", match.group(), found));
        COMPANY.matcher(text).results().map(match -> match.group()).filter(name -> !PRETENDED.matcher(name).matches())
                .forEach(name -> add("企业", name, found));
        CODE.matcher(text).results().map(match -> match.group()).filter(code -> CreditCode.read(code) instanceof CreditCode.Valid)
                .forEach(code -> add("企业的统一社会信用代码", code, found));
        return found.stream().distinct().toList();
    }

    private void places(String text, List<Found> found) {
        String rest = text;
        for (String name : places.names()) {
            if (rest.contains(name)) {
                add("地名", name, found);
                rest = rest.replace(name, "□");
            }
        }
    }

    private void person(String name, List<Found> found) {
        if (!FICTITIOUS.contains(name)) {
            add("人名", name, found);
        }
    }

    private void add(String kind, String name, List<Found> found) {
        if (!commonWords.contains(name)) {
            found.add(new Found(kind, name, TO_TENANT));
        }
    }
}
