package org.lantian.graphql;

import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.tenancy.TenantCode;

/** Turns a verified token into tenant and actor; the user's state and roles are looked up afresh each time. */
@Singleton
public final class SignedIn {

    /** Claim names of a token. */
    public static final String TENANT_CLAIM = "tenant";
    public static final String EPOCH_CLAIM = "epoch";

    private final Principals principals;

    SignedIn(Principals principals) {
        this.principals = principals;
    }

    /** @throws DomainException UNAUTHENTICATED if the token's user may not act any more */
    public RequestScope require(Authentication authentication) {
        Object tenant = authentication.getAttributes().get(TENANT_CLAIM);
        Object epoch = authentication.getAttributes().get(EPOCH_CLAIM);
        if (!(tenant instanceof String code) || !(epoch instanceof Number number)) {
            throw new DomainException(ErrorCategory.UNAUTHENTICATED, "TOKEN_INVALID", "令牌无效，请重新登录。");
        }
        TenantCode named = new TenantCode(code);
        return new RequestScope(named, principals.require(named, authentication.getName(), number.intValue()));
    }
}
