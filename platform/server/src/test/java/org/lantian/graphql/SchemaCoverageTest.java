package org.lantian.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.SingletonPropertyDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema against the code: every field is answered, every fetcher has a field, everything is described. */
class SchemaCoverageTest extends DatabaseTest {

    @Inject
    GraphqlEngine engine;
    @Inject
    List<GraphqlFeature> features;

    @Test
    void everyRootFieldHasAFetcher() {
        List<String> bare = new ArrayList<>();
        for (String root : List.of("Query", "Mutation", "Subscription")) {
            GraphQLObjectType type = (GraphQLObjectType) engine.schema().getType(root);
            for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                if (bare(root, field)) {
                    bare.add(root + "." + field.getName());
                }
            }
        }
        assertThat(bare).as("root fields without a fetcher").isEmpty();
    }

    /** A type's fields without a fetcher are read off one Java class, so one class must have all of them. */
    @Test
    void everyOtherFieldIsAnAccessorOfOneClass() {
        List<Set<String>> accessors = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.lantian").stream()
                .map(type -> type.getAllMethods().stream().filter(method -> method.getRawParameterTypes().isEmpty())
                        .map(JavaMethod::getName).collect(Collectors.toSet()))
                .toList();
        List<String> unanswered = new ArrayList<>();
        for (GraphQLNamedType named : engine.schema().getAllTypesAsList()) {
            if (named instanceof GraphQLObjectType type && !type.getName().startsWith("__")) {
                Set<String> read = type.getFieldDefinitions().stream().filter(field -> bare(type.getName(), field))
                        .map(GraphQLFieldDefinition::getName).collect(Collectors.toSet());
                if (accessors.stream().noneMatch(names -> names.containsAll(read))) {
                    unanswered.add(type.getName() + " " + read);
                }
            }
        }
        assertThat(unanswered).as("types whose fields no class has").isEmpty();
    }

    private boolean bare(String type, GraphQLFieldDefinition field) {
        DataFetcher<?> fetcher = engine.schema().getCodeRegistry()
                .getDataFetcher(FieldCoordinates.coordinates(type, field.getName()), field);
        return fetcher instanceof PropertyDataFetcher || fetcher instanceof SingletonPropertyDataFetcher;
    }

    @Test
    void noFetcherIsLeftWithoutAField() {
        TypeDefinitionRegistry published = SchemaFiles.read();
        RuntimeWiring wiring = GraphqlEngine.wiring(features);
        List<String> left = new ArrayList<>();
        wiring.getDataFetchers().forEach((type, fetchers) -> fetchers.keySet().stream()
                .filter(field -> engine.schema().getObjectType(type) == null
                        || engine.schema().getObjectType(type).getFieldDefinition(field) == null)
                .forEach(field -> left.add(type + "." + field)));
        assertThat(published.types()).isNotEmpty();
        assertThat(left).as("fetchers without a field").isEmpty();
    }

    @Test
    void noMutationsFailureTakesTheAnswersOfTheOthers() {
        assertThat(engine.schema().getMutationType().getFieldDefinitions())
                .as("mutations that must not be null: an error in one would make null of all")
                .filteredOn(field -> GraphQLTypeUtil.isNonNull(field.getType())).isEmpty();
    }

    @Test
    void everyTypeAndRootFieldIsDescribed() {
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, GraphQLNamedType> entry : engine.schema().getTypeMap().entrySet()) {
            if (entry.getValue() instanceof GraphQLObjectType type && !entry.getKey().startsWith("__")) {
                if (type.getDescription() == null && !entry.getKey().matches(".*(Edge|Connection|PageInfo)")) {
                    silent.add(entry.getKey());
                }
                if (entry.getKey().matches("Query|Mutation|Subscription")) {
                    type.getFieldDefinitions().stream().filter(field -> field.getDescription() == null)
                            .forEach(field -> silent.add(entry.getKey() + "." + field.getName()));
                }
            }
        }
        assertThat(silent).as("types and root fields without a description").isEmpty();
    }
}
