package org.lantian.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.tenancy.ControlSchema;
import org.lantian.tenancy.RowQueries;

/**
 * Observers: principals of the installation, a province or a ministry, who read what tenants of their region have
 * published and belong to no tenant. Five wrong passwords lock for 15 minutes.
 */
@Singleton
public class Observers {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]{1,30}");
    private static final int ATTEMPTS = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);
    /** Compared against when no such observer exists, so that the answer takes as long. */
    private static final String NOBODY = Passwords.hash("nobody");

    private final ControlSchema control;
    private final RowQueries queries;
    private final JdbcOperations jdbc;
    private final Clock clock;

    Observers(ControlSchema control, RowQueries queries, JdbcOperations jdbc, Clock clock) {
        this.control = control;
        this.queries = queries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An observer.
     *
     * @param regionPrefix first digits of the region codes whose tenants it may read; blank for all
     * @param epoch a newer one makes older tokens invalid
     */
    public record Observer(String name, String regionPrefix, int epoch) {
    }

    private record Row(Observer observer, String passwordHash) {
    }

    /** Makes an observer and returns its password. */
    public String create(String name, String regionPrefix) {
        if (!NAME.matcher(name).matches() || !regionPrefix.matches("\\d{0,6}")) {
            throw DomainException.badRequest("OBSERVER_INVALID",
                    "观察员名应为2至31个小写字母、数字、点、连字符或下划线，以字母开头；行政区划前缀最多6位数字。");
        }
        String password = Passwords.fresh();
        boolean made = control.write(() -> jdbc.prepareStatement("INSERT INTO observer (name, region_prefix,"
                + " password_hash) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING", statement -> {
                    statement.setString(1, name);
                    statement.setString(2, regionPrefix);
                    statement.setString(3, Passwords.hash(password));
                    return statement.executeUpdate() == 1;
                }));
        if (!made) {
            throw DomainException.conflict("OBSERVER_EXISTS", "观察员“" + name + "”已存在。");
        }
        return password;
    }

    /** Gives an observer a fresh password and voids all its tokens. */
    public String resetPassword(String name) {
        String password = Passwords.fresh();
        boolean known = control.write(() -> jdbc.prepareStatement("UPDATE observer SET password_hash = ?, failures = 0,"
                + " locked_until = NULL, epoch = epoch + 1 WHERE name = ?", statement -> {
                    statement.setString(1, Passwords.hash(password));
                    statement.setString(2, name);
                    return statement.executeUpdate() == 1;
                }));
        if (!known) {
            throw DomainException.notFound("OBSERVER_NOT_FOUND", "没有观察员“" + name + "”。");
        }
        return password;
    }

    /** By name. */
    public List<Observer> list() {
        return control.read(() -> queries.list("SELECT name, region_prefix, epoch FROM observer ORDER BY name",
                statement -> { }, row -> new Observer(row.getString(1), row.getString(2), row.getInt(3))));
    }

    /** @throws DomainException UNAUTHENTICATED if the observer is gone or has a newer password */
    public Observer require(String name, int epoch) {
        return find(name).map(Row::observer).filter(known -> known.epoch() == epoch)
                .orElseThrow(() -> new DomainException(ErrorCategory.UNAUTHENTICATED, "TOKEN_VOID", "令牌已失效，请重新登录。"));
    }

    /** @throws DomainException UNAUTHENTICATED, in the same words for every cause, or RESOURCE_EXHAUSTED while locked */
    public Observer signIn(String name, String password) {
        Optional<Row> found = find(name);
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean matches = Passwords.matches(password, found.map(Row::passwordHash).orElse(NOBODY));
        if (found.isEmpty()) {
            throw refused();
        }
        if (!record(name, matches, now)) {
            throw new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "USER_LOCKED", "登录失败次数过多，请 15 分钟后再试。");
        }
        if (!matches) {
            throw refused();
        }
        return found.get().observer();
    }

    /** Counts in the row itself; returns false while it is locked. */
    private boolean record(String name, boolean matches, OffsetDateTime now) {
        String counting = matches ? "failures = 0, locked_until = NULL"
                : "locked_until = CASE WHEN failures + 1 >= ? THEN ?::timestamptz END,"
                        + " failures = CASE WHEN failures + 1 >= ? THEN 0 ELSE failures + 1 END";
        return control.write(() -> jdbc.prepareStatement("UPDATE observer SET " + counting
                + " WHERE name = ? AND (locked_until IS NULL OR locked_until <= ?)", statement -> {
                    int at = 1;
                    if (!matches) {
                        statement.setInt(at++, ATTEMPTS);
                        statement.setObject(at++, now.plus(LOCK));
                        statement.setInt(at++, ATTEMPTS);
                    }
                    statement.setString(at++, name);
                    statement.setObject(at, now);
                    return statement.executeUpdate() == 1;
                }));
    }

    private Optional<Row> find(String name) {
        return control.read(() -> queries.list("SELECT name, region_prefix, epoch, password_hash FROM observer"
                + " WHERE name = ?", statement -> statement.setString(1, name),
                row -> new Row(new Observer(row.getString(1), row.getString(2), row.getInt(3)), row.getString(4)))).stream().findFirst();
    }

    private static DomainException refused() {
        return new DomainException(ErrorCategory.UNAUTHENTICATED, "SIGN_IN_REFUSED", "观察员名或密码不正确。");
    }
}
