package org.lantian.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.Role;
import org.lantian.graphql.Principals;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** Creates users, checks passwords, and knows who is behind a token. Five wrong passwords lock for 15 minutes. */
@Singleton
public class Accounts implements Principals {

    private static final int ATTEMPTS = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);
    /** Compared against when no such user exists, so that the answer takes as long. */
    private static final String NOBODY = Passwords.hash("nobody");

    private final UserAccountRepository accounts;
    private final RoleGrantRepository grants;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final Clock clock;

    Accounts(UserAccountRepository accounts, RoleGrantRepository grants, AuditTrail audit, Tenants tenants,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Makes the user with all roles of {@code roles} if there is none; returns the first password if it was made. */
    public Optional<String> ensure(String name, String displayName, Set<Role> roles) {
        if (accounts.findByName(name).isPresent()) {
            return Optional.empty();
        }
        String password = Passwords.fresh();
        UserAccount made = accounts.save(
                new UserAccount(null, name, displayName, Passwords.hash(password), 0, 0, null, false, 0));
        long id = java.util.Objects.requireNonNull(made.id());
        roles.stream().sorted().forEach(role -> grants.save(new RoleGrant(null, id, role)));
        audit.note("user.created", "user_account", String.valueOf(id), Map.of("name", name));
        return Optional.of(password);
    }

    /**
     * Gives the user a fresh password and voids all its tokens.
     *
     * @throws DomainException NOT_FOUND if there is no such user
     */
    public String resetPassword(String name) {
        UserAccount account = accounts.findByName(name).orElseThrow(() -> DomainException.notFound("USER_NOT_FOUND",
                "没有用户“" + name + "”。"));
        String password = Passwords.fresh();
        accounts.update(account.withPassword(Passwords.hash(password)));
        audit.note("user.password_reset", "user_account", String.valueOf(account.id()), Map.of("name", name));
        return password;
    }

    /** Who a token is to be made for. */
    public record Identified(TenantCode tenant, String name, int epoch) {
    }

    /** The user without a password check: for the operator of the machine. */
    public Identified identify(TenantCode tenant, String name) {
        return tenants.read(tenant, () -> accounts.findByName(name).filter(account -> !account.disabled())
                .map(account -> new Identified(tenant, account.name(), account.tokenEpoch()))
                .orElseThrow(() -> DomainException.notFound("USER_NOT_FOUND", "没有用户“" + name + "”。")));
    }

    /**
     * Checks a password in a transaction of its own.
     *
     * @throws DomainException UNAUTHENTICATED, in the same words for every cause, or RESOURCE_EXHAUSTED while locked
     */
    public Identified signIn(TenantCode tenant, String name, String password) {
        Optional<UserAccount> found = find(tenant, name);
        if (found.map(UserAccount::lockedUntil).filter(until -> until.isAfter(OffsetDateTime.now(clock))).isPresent()) {
            throw locked();
        }
        boolean matches = Passwords.matches(password, found.map(UserAccount::passwordHash).orElse(NOBODY));
        if (found.isEmpty() || found.get().disabled()) {
            throw refused();
        }
        record(tenant, found.get(), matches);
        if (!matches) {
            throw refused();
        }
        return new Identified(tenant, name, found.get().tokenEpoch());
    }

    /** An unknown tenant looks like an unknown user: nobody learns here which cities there are. */
    private Optional<UserAccount> find(TenantCode tenant, String name) {
        try {
            return tenants.read(tenant, () -> accounts.findByName(name));
        } catch (DomainException e) {
            if (e.category() == ErrorCategory.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Counts in the row itself: of guesses sent at the same moment no more get an answer than one after another. */
    private void record(TenantCode tenant, UserAccount account, boolean matches) {
        long id = java.util.Objects.requireNonNull(account.id());
        OffsetDateTime now = OffsetDateTime.now(clock);
        int counted = tenants.write(tenant, () -> matches ? accounts.clearFailures(id, now)
                : accounts.countFailure(id, now, now.plus(LOCK), ATTEMPTS));
        if (counted == 0) {
            throw locked();
        }
    }

    private static DomainException locked() {
        return new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "USER_LOCKED", "登录失败次数过多，请 15 分钟后再试。");
    }

    private static DomainException refused() {
        return new DomainException(ErrorCategory.UNAUTHENTICATED, "SIGN_IN_REFUSED", "租户、用户名或密码不正确。");
    }

    @Override
    public Actor require(TenantCode tenant, String user, int epoch) {
        return tenants.read(tenant, () -> {
            UserAccount account = accounts.findByName(user)
                    .filter(known -> !known.disabled() && known.tokenEpoch() == epoch)
                    .orElseThrow(() -> new DomainException(ErrorCategory.UNAUTHENTICATED, "TOKEN_VOID",
                            "令牌已失效，请重新登录。"));
            Set<Role> roles = grants.findByUserId(java.util.Objects.requireNonNull(account.id())).stream()
                    .map(RoleGrant::role).collect(Collectors.toSet());
            return new Actor(user, roles);
        });
    }
}
