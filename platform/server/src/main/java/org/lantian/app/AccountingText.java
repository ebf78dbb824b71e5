package org.lantian.app;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.lantian.common.DomainException;
import org.lantian.engine.emission.Accounting.State;
import org.lantian.engine.emission.MaterialBalance.Material;

/** Reads an accounting's inputs as the command line writes them. */
final class AccountingText {

    private static final Set<String> NAMES = Set.of("coefficient", "activity", "material", "coal", "sulphur", "conversion",
            "collected", "efficiency", "running");

    private AccountingText() {
    }

    /** @throws DomainException BAD_REQUEST with the names there are */
    static State read(Map<String, String> inputs) {
        Set<String> unknown = new TreeSet<>(inputs.keySet());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw refused(unknown.iterator().next());
        }
        return new State(number(inputs, "coefficient"), number(inputs, "activity"), materials(inputs.get("material")),
                number(inputs, "coal"), number(inputs, "sulphur"), number(inputs, "conversion"), number(inputs, "collected"),
                parts(inputs.get("efficiency")).stream().map(text -> decimal("efficiency", text)).toList(),
                number(inputs, "running"));
    }

    private static List<Material> materials(String text) {
        return parts(text).stream().map(one -> {
            String[] parts = one.split("[:：]");
            if (parts.length != 3) {
                throw refused("material");
            }
            return new Material(parts[0], decimal("material", parts[1]), decimal("material", parts[2]));
        }).toList();
    }

    private static List<String> parts(String text) {
        return text == null ? List.of() : Arrays.asList(text.split("\\+"));
    }

    private static Optional<BigDecimal> number(Map<String, String> inputs, String name) {
        return Optional.ofNullable(inputs.get(name)).map(text -> decimal(name, text));
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw refused(name);
        }
    }

    private static DomainException refused(String name) {
        return DomainException.badRequest("ACCOUNTING_INPUT", "核算参数“" + name + "”无效：可用 "
                + String.join("、", new TreeSet<>(NAMES)) + "，数值为十进制数，material写成 名称:吨数:百分比。");
    }
}
