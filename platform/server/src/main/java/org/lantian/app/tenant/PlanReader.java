package org.lantian.app.tenant;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.lantian.engine.yaml.YamlNode;
import org.lantian.indicator.IndicatorDeclaration;
import org.lantian.indicator.TargetDeclaration;
import org.lantian.indicator.TargetKind;
import org.lantian.plugin.vocabulary.Approval;

/** Reads {@code plan.yaml}. */
final class PlanReader {

    private final Set<String> unitCodes;
    private final RegionalYaml regional;
    private final Set<String> indicatorCodes = new HashSet<>();
    private final Set<String> targetCodes = new HashSet<>();

    /**
     * @param unitCodes the tenant's units; what a town refers to must be among them
     * @param regional reads the plan in its region's form
     */
    PlanReader(Set<String> unitCodes, RegionalYaml regional) {
        this.unitCodes = unitCodes;
        this.regional = regional;
    }

    PlanDeclaration read(YamlNode node) {
        int[] term = node.require("term", it -> new int[] {it.requireInteger("from"), it.requireInteger("to")});
        return new PlanDeclaration(node.requireText("id"), node.requireText("title"), node.requireText("issuer"),
                node.requireParsed("issued", PlanReader::month), term[0], term[1], node.requireInteger("baseYear"),
                node.list("clusters", PlanReader::readCluster), node.list("towns", this::readTown),
                node.list("indicators", this::readIndicator), node.list("targets", this::readTarget),
                node.list("enterprises", this::readEnterprise), regional.read(node));
    }

    private static PlanDeclaration.Cluster readCluster(YamlNode node) {
        return new PlanDeclaration.Cluster(node.requireText("id"), node.requireText("name"),
                node.requireText("county"), node.requireParsed("approval", PlanReader::approval));
    }

    private PlanDeclaration.Town readTown(YamlNode node) {
        String unit = node.requireText("unit");
        requireUnit(node, "unit", unit);
        List<PlanDeclaration.Industry> industries = node.list("industries", industry -> new PlanDeclaration.Industry(
                industry.requireText("name"), industry.requireText("division")));
        return new PlanDeclaration.Town(unit, node.requireInteger("enterprises"), industries,
                node.findDecimal("capacity"), node.requireDecimal("outputValue"));
    }

    private IndicatorDeclaration readIndicator(YamlNode node) {
        String code = node.requireText("id");
        if (!indicatorCodes.add(code)) {
            node.problem("id", "id“" + code + "”重复。");
        }
        return new IndicatorDeclaration(code, node.requireText("name"), node.requireText("unit"),
                node.list("observations", observed -> new IndicatorDeclaration.Observed(observed.requireInteger("year"),
                        observed.requireDecimal("value"), observed.requireText("source"))));
    }

    private TargetDeclaration readTarget(YamlNode node) {
        String code = node.requireText("id");
        if (!targetCodes.add(code)) {
            node.problem("id", "id“" + code + "”重复。");
        }
        String indicator = node.requireText("indicator");
        if (!indicatorCodes.contains(indicator)) {
            node.problem("indicator", "没有指标“" + indicator + "”。");
        }
        return new TargetDeclaration(code, indicator, node.requireInteger("year"),
                node.requireParsed("kind", PlanReader::targetKind), node.findDecimal("value"),
                node.findInteger("baseYear"), node.findText("parent"), node.requireText("source"));
    }

    private PlanDeclaration.NamedEnterprise readEnterprise(YamlNode node) {
        node.findText("town").ifPresent(town -> requireUnit(node, "town", town));
        return new PlanDeclaration.NamedEnterprise(node.requireText("name"), node.requireText("industry"),
                node.findText("town"), node.list("facts", fact -> new PlanDeclaration.Fact(fact.requireText("text"),
                        fact.requireText("source"))));
    }

    private void requireUnit(YamlNode node, String key, String code) {
        if (!unitCodes.contains(code)) {
            node.problem(key, "没有单位“" + code + "”。");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException fault) {
            throw new IllegalArgumentException("“" + text + "”不是年月，应写成2025-07的形式。", fault);
        }
    }

    private static Approval approval(String word) {
        return Approval.ofTerm(word).orElseThrow(() -> new IllegalArgumentException(
                "“" + word + "”无效：只能是" + Words.of(Approval.values(), Approval::term) + "之一。"));
    }

    private static TargetKind targetKind(String word) {
        return TargetKind.ofWord(word).orElseThrow(() -> new IllegalArgumentException(
                "“" + word + "”无效：只能是" + Words.of(TargetKind.values(), TargetKind::word) + "之一。"));
    }
}
