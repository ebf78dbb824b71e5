package org.lantian.diagnosis.graphql;

import java.util.Map;
import java.util.Optional;

import graphql.schema.DataFetchingEnvironment;

import org.lantian.diagnosis.FindingFilter;
import org.lantian.diagnosis.FindingState;
import org.lantian.graphql.GlobalId;
import org.lantian.plugin.vocabulary.ProblemArea;

/** Reads {@code FindingFilter} and {@code DataGapFilter}. */
final class FilterInput {

    private FilterInput() {
    }

    static FindingFilter read(DataFetchingEnvironment environment) {
        return of(environment.getArgumentOrDefault("filter", Map.of()));
    }

    static FindingFilter of(Map<String, Object> filter) {
        return new FindingFilter(text(filter, "enterpriseId").map(id -> GlobalId.parse("Enterprise", id)),
                text(filter, "clusterId").map(id -> GlobalId.parse("Cluster", id)),
                text(filter, "area").map(ProblemArea::valueOf), text(filter, "state").map(FindingState::valueOf),
                Optional.ofNullable((Integer) filter.get("baseYear")), text(filter, "ruleId"));
    }

    private static Optional<String> text(Map<String, Object> filter, String name) {
        return Optional.ofNullable(filter.get(name)).map(String::valueOf);
    }
}
