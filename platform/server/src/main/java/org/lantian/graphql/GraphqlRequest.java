package org.lantian.graphql;

import java.util.Map;
import java.util.Optional;

/**
 * A request after the GraphQL-over-HTTP specification.
 *
 * @param query document text
 */
public record GraphqlRequest(String query, Optional<String> operationName, Map<String, Object> variables) {
}
