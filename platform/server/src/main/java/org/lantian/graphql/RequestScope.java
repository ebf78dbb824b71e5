package org.lantian.graphql;

import graphql.schema.DataFetchingEnvironment;

import org.lantian.common.Actor;
import org.lantian.tenancy.TenantCode;

/** Whose request it is; from the verified token alone. */
public record RequestScope(TenantCode tenant, Actor actor) {

    public static RequestScope of(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(RequestScope.class);
    }
}
