package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of persons or units as a plan writes it. */
final class NameList {

    /** What a unit's name ends with; a name without it takes the tail of the list's last name. */
    private static final Pattern TAIL = Pattern.compile("(分局|支队|大队|街道办事处|办事处|街道|管委会|管理委员会|派出所|分中心|供电公司|监测站|工作站|园区|县政府|区政府|镇政府|乡政府)$");
    private static final Pattern UNIT = Pattern.compile("(局|委|办|科|处|队|中心|站|院|校|公司|集团|厅|部|室|会|署|所|厂|政府|单位|部门|街道|园区|开发区|高新区|度假区|集聚区|企业|成员|机构)(（[^）]*）)?$");
    private static final Pattern AND = Pattern.compile("(?<=[局委办科处队心站院会区府门])(?:和|及|与|以及)(?=[\\p{IsHan}])");
    private static final Pattern EDGE = Pattern.compile("^(?:由|等|及|和|与|以及|其中)|(?:等|根据.*|按照?.*|分别)$");

    private NameList() {
    }

    /** The names, each written out. */
    static List<String> read(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : split(text.strip().replaceAll("[。；;.]+$", ""))) {
            String name = EDGE.matcher(part.strip()).replaceAll("").strip();
            if (!name.isEmpty()) {
                parts.add(name);
            }
        }
        return writtenOut(parts);
    }

    /** Splits at 、 ， ； and blanks outside of brackets, and at 和 between units. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            if (depth == 0 && "、，,；;/ \u3000\t\n".indexOf(c) >= 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts.stream().flatMap(one -> AND.splitAsStream(one)).toList();
    }

    private static List<String> writtenOut(List<String> parts) {
        if (parts.size() < 2) {
            return parts;
        }
        List<String> names = new ArrayList<>(parts);
        for (int last = 1; last < names.size(); last++) {
            Matcher tail = TAIL.matcher(names.get(last));
            if (!tail.find() || names.get(last).equals(tail.group(1))) {
                continue;
            }
            for (int i = last - 1; i >= 0 && bare(names.get(i)); i--) {
                names.set(i, names.get(i) + tail.group(1));
            }
        }
        return names;
    }

    /** Whether a name ends as a unit's does. */
    static boolean unit(String name) {
        return UNIT.matcher(name).find();
    }

    private static boolean bare(String name) {
        return !UNIT.matcher(name).find() && !name.startsWith("各");
    }
}
