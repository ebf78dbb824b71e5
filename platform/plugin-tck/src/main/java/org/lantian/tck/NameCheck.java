package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.profile.ProfileContribution;

/**
 * A profile holds what is true for a second city of the province. Reads the YAML files line by line, comments too, and
 * what classes add as JSON.
 */
final class NameCheck {

    private NameCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        String region = plugin.requireContribution().metadata().map(metadata -> metadata.regionCode()).orElse("000000");
        Names names = new Names(PlaceNames.of(region), plugin.commonWords());
        List<Fault> faults = new ArrayList<>();
        plugin.yaml().forEach((file, text) -> {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                for (Names.Found found : names.in(line)) {
                    faults.add(fault(file + ":" + (i + 1) + ":" + (line.indexOf(found.name()) + 1), found));
                }
            }
        });
        if (plugin.status().code()) {
            String yaml = String.join("\n", plugin.yaml().values());
            strings(plugin.requireContribution()).flatMap(text -> names.in(text).stream())
                    .filter(found -> !yaml.contains(found.name())).distinct().forEach(found -> faults.add(fault("插件代码返回的内容", found)));
        }
        return faults;
    }

    private static Fault fault(String place, Names.Found found) {
        return new Fault(Promise.NAMES, place, "写了" + found.kind() + "“" + found.name() + "”。", found.change());
    }

    /** Every text of a contribution. */
    private static Stream<String> strings(ProfileContribution contribution) {
        return texts(CanonicalJson.read(CanonicalJson.write(contribution), Object.class));
    }

    private static Stream<String> texts(Object value) {
        return switch (Optional.ofNullable(value).orElse("")) {
            case String text -> Stream.of(text);
            case List<?> list -> list.stream().flatMap(NameCheck::texts);
            case Map<?, ?> map -> map.values().stream().flatMap(NameCheck::texts);
            default -> Stream.empty();
        };
    }
}
