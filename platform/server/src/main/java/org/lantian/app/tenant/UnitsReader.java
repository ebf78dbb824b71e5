package org.lantian.app.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.yaml.YamlNode;
import org.lantian.identity.OrgUnitDeclaration;
import org.lantian.identity.OrgUnitGroupDeclaration;
import org.lantian.identity.OrgUnitKind;

/** Reads {@code units.yaml}: the unit tree and the groups. A word may name only one unit or group. */
final class UnitsReader {

    private final Map<String, OrgUnitDeclaration> units = new LinkedHashMap<>();
    private final Map<String, OrgUnitGroupDeclaration> groups = new LinkedHashMap<>();
    private final Map<String, String> codeByWord = new HashMap<>();

    /** What the file declares; parents stand before their children, a base before the groups built on it. */
    record Units(List<OrgUnitDeclaration> units, List<OrgUnitGroupDeclaration> groups) {
    }

    Units read(YamlNode node) {
        node.list("units", unit -> readUnit(unit, Optional.empty()));
        node.list("groups", this::readGroup);
        return new Units(List.copyOf(units.values()), List.copyOf(groups.values()));
    }

    private OrgUnitDeclaration readUnit(YamlNode node, Optional<String> parent) {
        String code = node.requireText("id");
        OrgUnitDeclaration unit = new OrgUnitDeclaration(code, parent, node.requireText("name"), node.texts("aliases"),
                node.requireParsed("kind", UnitsReader::kind), node.findText("regionCode"));
        if (units.putIfAbsent(code, unit) != null) {
            node.problem("id", "id“" + code + "”重复。");
        }
        claimWords(node, code, unit.name(), unit.aliases());
        node.list("children", child -> readUnit(child, Optional.of(code)));
        return unit;
    }

    private OrgUnitGroupDeclaration readGroup(YamlNode node) {
        String code = node.requireText("id");
        OrgUnitGroupDeclaration group = new OrgUnitGroupDeclaration(code, node.requireText("name"),
                node.texts("aliases"), node.findText("of"), node.texts("members"), node.texts("except"));
        group.baseCode().filter(base -> !groups.containsKey(base)).ifPresent(
                base -> node.problem("of", "没有单位组“" + base + "”：of只能引用前面已写出的组。"));
        requireUnits(node, "members", group.members());
        requireUnits(node, "except", group.exclusions());
        if (units.containsKey(code) || groups.putIfAbsent(code, group) != null) {
            node.problem("id", "id“" + code + "”重复。");
        }
        claimWords(node, code, group.name(), group.aliases());
        return group;
    }

    private void requireUnits(YamlNode node, String key, List<String> codes) {
        codes.stream().filter(code -> !units.containsKey(code)).forEach(
                code -> node.problem(key, "没有单位“" + code + "”。"));
    }

    private void claimWords(YamlNode node, String code, String name, List<String> aliases) {
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(aliases);
        for (String word : words) {
            String holder = codeByWord.putIfAbsent(word, code);
            if (holder != null) {
                node.problem(word.equals(name) ? "name" : "aliases", "“" + word + "”已用于“" + holder + "”。");
            }
        }
    }

    private static OrgUnitKind kind(String word) {
        return OrgUnitKind.ofWord(word).orElseThrow(() -> new IllegalArgumentException(
                "“" + word + "”无效：只能是" + Words.of(OrgUnitKind.values(), OrgUnitKind::word) + "之一。"));
    }
}
