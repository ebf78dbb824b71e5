package org.lantian.identity.graphql;

import java.util.List;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;

import org.lantian.common.Role;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.RequestScope;

/** Who the token belongs to. */
@Singleton
final class IdentityFeature implements GraphqlFeature {

    private record Viewer(String name, String tenant, List<Role> roles) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("viewer", environment -> {
            RequestScope scope = RequestScope.of(environment);
            return new Viewer(scope.actor().name(), scope.tenant().value(),
                    scope.actor().roles().stream().sorted().toList());
        }));
    }
}
