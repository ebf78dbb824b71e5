package org.lantian.common;

import java.util.Set;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;

/**
 * Who acts: a user of the tenant, or the installation's operator on the command line.
 *
 * @param name user name, or {@code operator}
 * @param roles roles held; the operator holds all
 */
public record Actor(String name, Set<Role> roles) implements PropagatedContextElement {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The installation's operator: whoever can run the commands on its machine. */
    public static Actor operator() {
        return new Actor("operator", Set.of(Role.values()));
    }

    /**
     * The actor of the running work.
     *
     * @throws DomainException UNAUTHENTICATED if nobody is known
     */
    public static Actor current() {
        return PropagatedContext.getOrEmpty().find(Actor.class).orElseThrow(
                () -> new DomainException(ErrorCategory.UNAUTHENTICATED, "NOT_SIGNED_IN", "请先登录。"));
    }

    /** @throws DomainException FORBIDDEN if none of the roles is held */
    public static Actor requireAny(Role... allowed) {
        Actor actor = current();
        for (Role role : allowed) {
            if (actor.roles.contains(role)) {
                return actor;
            }
        }
        throw new DomainException(ErrorCategory.FORBIDDEN, "ROLE_REQUIRED", "当前用户没有此操作的权限。");
    }
}
