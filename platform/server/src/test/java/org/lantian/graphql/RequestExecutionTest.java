package org.lantian.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import graphql.ExecutionResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.dataloader.DataLoaderRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** How requests run through transactions and loaders, on a small schema of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestExecutionTest extends DatabaseTest {

    private static final String SCHEMA = """
            type Query { trail: Trail broken: Int refused: Int }
            type Mutation { note: Trail refuse: Trail }
            type Trail { length: Int chained: Int written: Int next: Trail }
            scalar Decimal
            scalar Date
            scalar DateTime
            """;

    @Inject
    ErrorReports errors;
    @Inject
    AuditTrail audit;
    @Inject
    JdbcOperations jdbc;

    @Inject
    RequestProgress progress;

    private GraphqlEngine engine;

    @BeforeAll
    void makeEngine() {
        engine = new GraphqlEngine(new SchemaParser().parse(SCHEMA), List.of(new TrailFeature()), List.of(), errors,
                tenants, progress);
    }

    /** The audit trail's length, read by a loader, by two in a chain, and a field that tries to write. */
    private final class TrailFeature implements GraphqlFeature {

        @Override
        public void wire(RuntimeWiring.Builder wiring) {
            wiring.type("Query", type -> type.dataFetcher("trail", environment -> "trail")
                    .dataFetcher("broken", environment -> number("SELECT 1 / 0"))
                    .dataFetcher("refused", environment -> {
                        throw DomainException.badRequest("REFUSED", "不行。");
                    }));
            wiring.type("Mutation", type -> type.dataFetcher("note", this::note).dataFetcher("refuse", environment -> {
                throw DomainException.badRequest("REFUSED", "不行。");
            }));
            wiring.type("Trail", type -> type.dataFetcher("next", environment -> "trail")
                    .dataFetcher("written", environment -> jdbc.prepareStatement(
                            "INSERT INTO audit_event(actor, changes) VALUES ('x', '[]')",
                            statement -> statement.executeUpdate()))
                    .dataFetcher("length",
                            environment -> environment.<String, Integer>getDataLoader("length").load("trail"))
                    .dataFetcher("chained", this::chained));
        }

        private Object note(DataFetchingEnvironment environment) {
            return tenants.write(RequestScope.of(environment).tenant(), () -> {
                audit.note("thing.made", "thing", "1", Map.of());
                return "trail";
            });
        }

        private CompletableFuture<Integer> chained(DataFetchingEnvironment environment) {
            return environment.<String, String>getDataLoader("name").load("any")
                    .thenCompose(name -> environment.<String, Integer>getDataLoader("length").load(name));
        }

        @Override
        public void registerLoaders(DataLoaderRegistry registry) {
            // the second of the chain first: dispatching each once in this order would leave the chain waiting
            BatchLoaders.<String, Integer>rows(registry, "length", keys -> keys.stream()
                    .collect(Collectors.toMap(key -> key, key -> number("SELECT count(*) FROM audit_event"))));
            BatchLoaders.<String, String>rows(registry, "name",
                    keys -> keys.stream().collect(Collectors.toMap(key -> key, key -> "trail")));
        }
    }

    private int number(String sql) {
        return jdbc.prepareStatement(sql, statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private ExecutionResult run(String document) {
        return engine.execute(new GraphqlRequest(document, Optional.empty(), Map.of(), Optional.empty()),
                new RequestScope(tenant, Actor.operator()), Locale.CHINESE);
    }

    private static Object at(ExecutionResult result, String... path) {
        Object value = result.getData();
        for (String name : path) {
            value = ((Map<?, ?>) value).get(name);
        }
        return value;
    }

    @Test
    void eachPayloadShowsWhatItsOwnActCommitted() {
        ExecutionResult result = run("mutation { a: note { length } b: note { length } c: note { length } }");
        assertThat(result.getErrors()).isEmpty();
        int first = (Integer) at(result, "a", "length");
        assertThat(at(result, "b", "length")).isEqualTo(first + 1);
        assertThat(at(result, "c", "length")).isEqualTo(first + 2);
    }

    @Test
    void loadersInAChainComeToAnEndInQueriesAndMutations() {
        ExecutionResult query = run("{ trail { chained length next { chained next { chained } } } }");
        ExecutionResult mutation = run("mutation { a: note { chained next { chained length } } b: note { chained } }");
        assertThat(query.getErrors()).isEmpty();
        assertThat(at(query, "trail", "chained")).isEqualTo(at(query, "trail", "next", "next", "chained"));
        assertThat(mutation.getErrors()).isEmpty();
        assertThat(at(mutation, "b", "chained")).isEqualTo((Integer) at(mutation, "a", "next", "chained") + 1);
    }

    @Test
    void aRefusedActLeavesTheOthersAndTheirAnswers() {
        int before = (Integer) at(run("{ trail { length } }"), "trail", "length");
        ExecutionResult result = run("mutation { a: note { length } b: refuse { length } c: note { length } }");
        assertThat(at(result, "a", "length")).isEqualTo(before + 1);
        assertThat(at(result, "b")).isNull();
        assertThat(at(result, "c", "length")).isEqualTo(before + 2);
        assertThat(result.getErrors()).singleElement()
                .satisfies(error -> assertThat(error.getPath()).containsExactly("b"));
    }

    @Test
    void aPayloadsSelectionCannotWrite() {
        ExecutionResult result = run("mutation { a: note { written } b: note { length } }");
        assertThat(at(result, "a", "written")).isNull();
        assertThat(result.getErrors()).singleElement().extracting(error -> error.getExtensions().get("code"))
                .isEqualTo("INTERNAL_ERROR");
        assertThat((Integer) at(result, "b", "length")).isPositive();
    }

    @Test
    void aFieldWhoseStatementFailedLosesItsOwnAnswerOnly() {
        ExecutionResult result = run("{ trail { next { __typename } } refused broken }");
        assertThat(at(result, "trail", "next", "__typename")).isEqualTo("Trail");
        assertThat(result.getErrors()).extracting(error -> error.getPath().getFirst().toString())
                .containsExactlyInAnyOrder("refused", "broken");
        assertThat(result.getErrors()).noneMatch(error -> error.getMessage().contains("zero"));
    }
}
