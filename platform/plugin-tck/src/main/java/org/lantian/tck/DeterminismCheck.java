package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.profile.ResolvedProfile;

/** Two loads in new class loaders, the way through JSON, and two runs of the rules must not differ. */
final class DeterminismCheck {

    private DeterminismCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        ResolvedProfile profile = plugin.requireProfile();
        List<Fault> faults = new ArrayList<>();
        if (plugin.again().filter(again -> again.hash().equals(profile.hash())).isEmpty()) {
            faults.add(new Fault(Promise.DETERMINISM, plugin.status().ref().map(Object::toString).orElse(""),
                    "两次装入得到的模板不同" + plugin.again().map(again -> difference(profile.json(), again.json())).orElse("（第二次未能装入）") + "。",
                    "代码不要用时间、随机数、环境变量、默认语言区域和无序集合；同样的输入须返回同样的内容。"));
        }
        if (!ResolvedProfile.ofJson(profile.json()).equals(profile)) {
            faults.add(new Fault(Promise.DETERMINISM, plugin.status().ref().map(Object::toString).orElse(""), "模板存为JSON再读回后不同。",
                    "代码只返回plugin-api的记录，集合用List。"));
        }
        if (!RuleCheck.verdicts(profile).equals(plugin.verdicts())) {
            faults.add(new Fault(Promise.DETERMINISM, "诊断规则", "同一企业两次诊断的结论不同。", "规则只用该行的字段和宿主函数。"));
        }
        return faults;
    }

    private static String difference(String first, String second) {
        int at = 0;
        while (at < first.length() && at < second.length() && first.charAt(at) == second.charAt(at)) {
            at++;
        }
        return "，首处不同：“" + excerpt(first, at) + "”与“" + excerpt(second, at) + "”";
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 30));
    }
}
