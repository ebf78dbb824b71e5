package org.lantian.graphql;

import org.lantian.common.Actor;
import org.lantian.tenancy.TenantCode;

/** Knows the users behind tokens; implemented by identity. */
public interface Principals {

    /**
     * The actor behind a verified token, looked up afresh.
     *
     * @param epoch the token's epoch; a newer one at the user makes the token invalid
     * @throws org.lantian.common.DomainException UNAUTHENTICATED if the user is gone, disabled or has a new password
     */
    Actor require(TenantCode tenant, String user, int epoch);
}
