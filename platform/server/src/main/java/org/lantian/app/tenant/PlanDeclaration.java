package org.lantian.app.tenant;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import org.lantian.indicator.IndicatorDeclaration;
import org.lantian.indicator.TargetDeclaration;
import org.lantian.plugin.vocabulary.Approval;

/**
 * What a plan document states as facts ({@code plan.yaml}).
 *
 * @param id stable id within the tenant
 * @param issued month on the cover
 * @param from first year of the term
 * @param to last year of the term
 * @param baseYear year of the figures
 * @param regional the plan in its region's form; empty where only its facts are declared
 */
public record PlanDeclaration(String id, String title, String issuer, YearMonth issued, int from, int to, int baseYear,
        List<Cluster> clusters, List<Town> towns, List<IndicatorDeclaration> indicators,
        List<TargetDeclaration> targets, List<NamedEnterprise> enterprises, Optional<RegionalDeclaration> regional) {

    public PlanDeclaration {
        clusters = List.copyOf(clusters);
        towns = List.copyOf(towns);
        indicators = List.copyOf(indicators);
        targets = List.copyOf(targets);
        enterprises = List.copyOf(enterprises);
        if (from > to) {
            throw new IllegalArgumentException("规划期起始年份" + from + "晚于终止年份" + to + "。");
        }
    }

    /** A cluster (集群) the plan is about. */
    public record Cluster(String id, String name, String county, Approval approval) {
    }

    /**
     * One line of the plan's overview by town.
     *
     * @param unitCode the town's unit
     * @param enterprises number of enterprises
     * @param capacity 万吨, where the document gives one
     * @param outputValue 产值, 万元 in the base year
     */
    public record Town(String unitCode, int enterprises, List<Industry> industries, Optional<BigDecimal> capacity,
            BigDecimal outputValue) {

        public Town {
            industries = List.copyOf(industries);
        }
    }

    /**
     * An industry in the document's words.
     *
     * @param division GB/T 4754-2017 division (大类), two digits
     */
    public record Industry(String name, String division) {

        public Industry {
            if (!division.matches("\\d{2}")) {
                throw new IllegalArgumentException("行业大类代码“" + division + "”无效：应为2位数字。");
            }
        }
    }

    /** An enterprise the document names, and what it says about it. */
    public record NamedEnterprise(String name, String industry, Optional<String> townCode, List<Fact> facts) {

        public NamedEnterprise {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A statement of the document.
     *
     * @param source place in the document
     */
    public record Fact(String text, String source) {
    }
}
