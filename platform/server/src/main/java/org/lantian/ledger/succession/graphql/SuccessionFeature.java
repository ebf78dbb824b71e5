package org.lantian.ledger.succession.graphql;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.NearAnswers;
import org.lantian.ledger.succession.EnterpriseCommand;
import org.lantian.ledger.succession.EnterpriseCommand.Kind;
import org.lantian.ledger.succession.EnterpriseCommand.Named;
import org.lantian.ledger.succession.EnterpriseCommand.Undone;
import org.lantian.ledger.succession.Question;
import org.lantian.ledger.succession.Questions;
import org.lantian.ledger.succession.Successions;

/** Reads commands and questions. */
@Singleton
final class SuccessionFeature implements GraphqlFeature {

    static final String ENTERPRISE = "Enterprise";
    static final String COMMAND = "EnterpriseCommand";
    private static final String COMMANDS = "ledger.commands";
    private static final String ENTERPRISES = "ledger.succession.enterprise";

    /** A name that an enterprise had. */
    private record NameView(String name, @Nullable Long id) {
    }

    private final Successions successions;
    private final Questions questions;
    private final Ledger ledger;

    SuccessionFeature(Successions successions, Questions questions, Ledger ledger) {
        this.successions = successions;
        this.questions = questions;
        this.ledger = ledger;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("enterpriseCommands", this::commands)
                .dataFetcher("enterpriseQuestions", this::questions)
                .dataFetcher("enterpriseNameAnswers", environment -> questions.answers()));
        wiring.type("EnterpriseNameAnswer", type -> type.dataFetcher("enterprise",
                environment -> enterprise(environment, environment.<NearAnswers.Answer>getSource().enterpriseId())));
        wiring.type(ENTERPRISE, type -> type.dataFetcher("commands", SuccessionFeature::ofEnterprise)
                .dataFetcher("formerNames", environment -> ofEnterprise(environment)
                        .thenApply(found -> formerNames(environment.<Enterprise>getSource().requireId(), found))));
        wiring.type(COMMAND, type -> type.dataFetcher("id", environment -> GlobalId.of(COMMAND, command(environment).id()))
                .dataFetcher("enterprise", environment -> enterprise(environment, command(environment).enterpriseId()))
                .dataFetcher("others", environment -> command(environment).others().stream()
                        .map(other -> new NameView(other.name(), other.id())).toList())
                .dataFetcher("undoneBy", environment -> command(environment).undone().map(Undone::actor))
                .dataFetcher("undoneAt", environment -> command(environment).undone().map(Undone::at)));
        wiring.type("NamedEnterprise", type -> type.dataFetcher("enterprise",
                environment -> enterprise(environment, environment.<NameView>getSource().id())));
        wiring.type("EnterpriseQuestion", type -> type.dataFetcher("other", environment -> {
            Enterprise other = environment.<Question>getSource().other();
            return other.id() == null ? null : other;
        }).dataFetcher("name", environment -> environment.<Question>getSource().other().name()).dataFetcher("why",
                environment -> environment.<Question>getSource().likenesses().stream().sorted()
                        .map(Question.Likeness::term).toList())
                .dataFetcher("likenesses",
                        environment -> environment.<Question>getSource().likenesses().stream().sorted().toList()));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Long, EnterpriseCommand>lists(registry, COMMANDS, successions::ofEnterprises);
        BatchLoaders.<Long, Enterprise>rows(registry, ENTERPRISES, ledger::enterprises);
    }

    private Connection<EnterpriseCommand> commands(DataFetchingEnvironment environment) {
        Connection.Window window = window(environment);
        return window.page(successions.page(window.offset(), window.size() + 1), Function.identity(),
                successions::count);
    }

    private Connection<Question> questions(DataFetchingEnvironment environment) {
        Connection.Window window = window(environment);
        List<Question> all = questions.list(Optional.ofNullable(environment.<@Nullable String>getArgument("clusterId"))
                .map(id -> GlobalId.parse("Cluster", id)));
        return window.page(all.stream().skip(window.offset()).limit(window.size() + 1L).toList(), Function.identity(),
                all::size);
    }

    private static CompletableFuture<List<EnterpriseCommand>> ofEnterprise(DataFetchingEnvironment environment) {
        return environment.<Long, List<EnterpriseCommand>>getDataLoader(COMMANDS)
                .load(environment.<Enterprise>getSource().requireId());
    }

    /** Names it had, and names of those that were merged into it; the newest first. */
    private static List<String> formerNames(long enterprise, List<EnterpriseCommand> commands) {
        return commands.stream().filter(command -> command.enterpriseId() == enterprise
                && command.undone().isEmpty() && command.kind() != Kind.SPLIT)
                .flatMap(command -> command.others().stream().map(Named::name)).distinct().toList();
    }

    private static @Nullable CompletableFuture<Enterprise> enterprise(DataFetchingEnvironment environment,
            @Nullable Long id) {
        return id == null ? null : environment.<Long, Enterprise>getDataLoader(ENTERPRISES).load(id);
    }

    private static EnterpriseCommand command(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static Connection.Window window(DataFetchingEnvironment environment) {
        return Connection.Window.of(environment.getArgument("first"), environment.getArgument("after"));
    }
}
