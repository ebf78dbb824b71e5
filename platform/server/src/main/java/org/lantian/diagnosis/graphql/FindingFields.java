package org.lantian.diagnosis.graphql;

import java.util.function.Function;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;

import org.lantian.diagnosis.DataGap;
import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingContent;
import org.lantian.diagnosis.MeanBelowLimit;
import org.lantian.engine.rule.SuggestedTask;
import org.lantian.graphql.GlobalId;

/** Fields of a finding that are not its own components: the id, the enterprise, the content's. */
final class FindingFields {

    private FindingFields() {
    }

    static void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Finding", type -> type
                .dataFetcher("id", environment -> GlobalId.of("Finding", finding(environment).id()))
                .dataFetcher("enterprise", environment -> EnterpriseRef.load(environment,
                        finding(environment).enterpriseId()))
                .dataFetcher("area", content(FindingContent::area)).dataFetcher("column", content(FindingContent::column))
                .dataFetcher("ruleId", content(FindingContent::ruleId))
                .dataFetcher("ruleVersion", content(FindingContent::ruleVersion))
                .dataFetcher("subject", content(FindingContent::subject))
                .dataFetcher("severity", content(FindingContent::severity))
                .dataFetcher("text", content(FindingContent::text))
                .dataFetcher("evidence", content(FindingContent::evidence))
                .dataFetcher("source", content(FindingContent::source))
                .dataFetcher("explanations", content(FindingContent::explanations))
                .dataFetcher("suggestion", content(FindingContent::suggestion))
                .dataFetcher("originalText", environment -> finding(environment).content().text())
                .dataFetcher("edited", environment -> finding(environment).edit().isPresent())
                .dataFetcher("changedSinceDecision", environment -> finding(environment).changed()));
        wiring.type("SuggestedTask", type -> type
                .dataFetcher("upgradeType", environment -> environment.<SuggestedTask>getSource().type())
                .dataFetcher("text", environment -> environment.<SuggestedTask>getSource().task()));
        wiring.type("MeanBelowLimit", type -> type.dataFetcher("enterprise", environment -> EnterpriseRef.load(environment,
                environment.<MeanBelowLimit>getSource().enterpriseId())));
        wiring.type("DataGap", type -> type.dataFetcher("enterprise", environment -> EnterpriseRef.load(environment,
                environment.<DataGap>getSource().enterpriseId())));
    }

    private static DataFetcher<?> content(Function<FindingContent, ?> part) {
        return environment -> part.apply(finding(environment).shown());
    }

    private static Finding finding(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
