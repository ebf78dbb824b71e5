package org.lantian.graphql;

import java.util.Map;
import java.util.Optional;

import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;

/**
 * A request after the GraphQL-over-HTTP specification.
 *
 * @param query document text
 * @param progress the caller's own id under which subscribers hear how far the request is; {@code extensions.progress}
 */
public record GraphqlRequest(String query, Optional<String> operationName, Map<String, Object> variables,
        Optional<String> progress) {

    /** An empty operation name is none, as graphql-java has it too. */
    public GraphqlRequest {
        operationName = operationName.filter(name -> !name.isEmpty());
    }

    /** Whether the operation that would run is a mutation; a malformed document is none, its error comes later. */
    boolean mutation() {
        return is(OperationDefinition.Operation.MUTATION);
    }

    /** Whether the operation that would run is a subscription. */
    boolean subscription() {
        return is(OperationDefinition.Operation.SUBSCRIPTION);
    }

    private boolean is(OperationDefinition.Operation kind) {
        try {
            return new Parser().parseDocument(query).getDefinitionsOfType(OperationDefinition.class).stream()
                    .filter(operation -> operationName.isEmpty() || operationName.get().equals(operation.getName()))
                    .anyMatch(operation -> operation.getOperation() == kind);
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }
}
