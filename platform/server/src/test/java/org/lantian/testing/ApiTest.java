package org.lantian.testing;

import java.util.Set;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;

import org.lantian.common.Role;
import org.lantian.identity.Accounts;
import org.lantian.identity.Tokens;
import org.lantian.tenancy.TenantCode;

/** A test of the API over HTTP, signed in as a user of one tenant or the other. */
public abstract class ApiTest extends DatabaseTest {

    @Inject
    protected EmbeddedServer server;
    @Inject
    protected Accounts accounts;
    @Inject
    protected Tokens tokens;

    /** A client signed in as a user who holds exactly these roles. */
    protected ApiClient client(TenantCode code, String user, Role... roles) {
        asOperator(code, () -> accounts.ensure(user, user, Set.of(roles)));
        return new ApiClient(server.getURI(), tokens.issue(accounts.identify(code, user)));
    }

    protected ApiClient anonymous() {
        return new ApiClient(server.getURI(), "");
    }
}
