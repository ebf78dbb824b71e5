package org.lantian.tck;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.host.PluginStatus;

/** The host accepts the zip. */
final class AcceptedCheck {

    private static final Pattern PLACE = Pattern.compile("(profile/[^:]+:\\d+:\\d+): (.*)");

    private AcceptedCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        if (plugin.status().state() == PluginStatus.State.ACTIVE) {
            return List.of();
        }
        return plugin.status().reason().lines().map(AcceptedCheck::fault).toList();
    }

    private static Fault fault(String line) {
        Matcher place = PLACE.matcher(line);
        return place.matches()
                ? new Fault(Promise.ACCEPTED, place.group(1), place.group(2), "按配置键参考（reference.md）改此处后重新打包。")
                : new Fault(Promise.ACCEPTED, "", line, change(line));
    }

    private static String change(String reason) {
        if (reason.contains("plugin.properties")) {
            return "压缩包根目录须有plugin.properties，写明plugin.id、plugin.version和plugin.requires。";
        }
        if (reason.contains("要求plugin-api")) {
            return "把plugin.requires改为包含当前plugin-api版本的范围，例如 >=1.0.0 & <2.0.0。";
        }
        if (reason.contains("它继承的")) {
            return "extends写成已有模板的准确版本；校验时把上级模板的zip一并给出。";
        }
        if (reason.contains("元数据写的是")) {
            return "profile.yaml的id、version须与plugin.properties的plugin.id、plugin.version相同。";
        }
        if (reason.startsWith("读取插件内容时出错") || reason.startsWith("插件代码") || reason.startsWith("含有代码")) {
            return "改插件的Java代码：只用plugin-api、JSpecify、PF4J和JDK的类，不抛异常，恰好一个RegionalProfile扩展。";
        }
        return "按上述原因改正后重新打包。";
    }
}
