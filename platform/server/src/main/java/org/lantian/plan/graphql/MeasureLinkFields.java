package org.lantian.plan.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import graphql.schema.idl.RuntimeWiring;
import org.dataloader.DataLoaderRegistry;

import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.Findings;
import org.lantian.graphql.BatchLoaders;
import org.lantian.plan.measure.FindingKey;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.Measures;

/** From a measure to the findings it answers, and from a finding to its measures; one query for any number of either. */
final class MeasureLinkFields {

    private static final String FINDINGS = "measure.findings";
    private static final String MEASURES = "finding.measures";

    private MeasureLinkFields() {
    }

    static void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Measure", type -> type.dataFetcher("findings", environment -> environment
                .<Measure, List<Finding>>getDataLoader(FINDINGS).load(environment.<Measure>getSource())));
        wiring.type("Finding", type -> type.dataFetcher("measures", environment -> environment
                .<FindingKey, List<Measure>>getDataLoader(MEASURES).load(FindingKey.of(environment.<Finding>getSource()))));
    }

    static void register(DataLoaderRegistry registry, Measures measures, Findings findings) {
        BatchLoaders.<Measure, Finding>lists(registry, FINDINGS, wanted -> linked(wanted, measures, findings));
        BatchLoaders.<FindingKey, Measure>lists(registry, MEASURES, measures::answering);
    }

    private static Map<Measure, List<Finding>> linked(Set<Measure> wanted, Measures measures, Findings findings) {
        List<Long> enterprises = wanted.stream().flatMap(measure -> measure.findings().stream()).map(FindingKey::enterprise)
                .distinct().toList();
        Optional<Integer> year = measures.baseYear();
        Map<Long, List<Finding>> all = findings.ofEnterprises(enterprises, year);
        Map<Measure, List<Finding>> found = new HashMap<>();
        wanted.forEach(measure -> found.put(measure, measure.findings().stream().map(FindingKey::enterprise).distinct().sorted()
                .flatMap(enterprise -> all.getOrDefault(enterprise, List.of()).stream())
                .filter(finding -> measure.findings().contains(FindingKey.of(finding))).toList()));
        return found;
    }
}
