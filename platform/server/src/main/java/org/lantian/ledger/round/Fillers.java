package org.lantian.ledger.round;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.round.LedgerForm.FilledAs;
import org.lantian.tenancy.RowQueries;

/** 填报人: which users may fill the forms of which enterprise or county, whatever their roles. */
@Singleton
public class Fillers {

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final Ledger ledger;
    private final AuditTrail audit;

    Fillers(JdbcOperations jdbc, RowQueries queries, Ledger ledger, AuditTrail audit) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.ledger = ledger;
        this.audit = audit;
    }

    /**
     * That a user may fill.
     *
     * @param enterprise forms of this enterprise
     * @param county forms of the enterprises of this county, and verify what those enterprises filled themselves
     */
    public record Filler(long id, String user, Optional<Long> enterprise, Optional<String> county) {
    }

    public List<Filler> list() {
        return queries.list("SELECT id, user_name, enterprise_id, county FROM ledger_filler ORDER BY user_name, id", _ -> {
        }, row -> new Filler(row.getLong(1), row.getString(2), Optional.ofNullable(row.getObject(3, Long.class)),
                Optional.ofNullable(row.getString(4))));
    }

    /** Lets a user fill; letting again changes nothing. */
    public List<Filler> allow(String user, Optional<Long> enterprise, Optional<String> county) {
        Actor.requireAny(Role.ADMINISTRATOR);
        boolean known = !queries.list("SELECT 1 FROM user_account WHERE name = ?", statement -> statement.setString(1, user),
                row -> row.getInt(1)).isEmpty();
        if (!known || enterprise.isPresent() == county.isPresent()
                || enterprise.filter(id -> ledger.enterprises(List.of(id)).isEmpty()).isPresent()
                || county.filter(String::isBlank).isPresent()) {
            throw new UserErrorsException(List.of(UserError.of("user", "FILLER_INVALID",
                    "填报人须为本租户的用户，并指定一家台账中的企业或一个县（市）区，只能二者之一。")));
        }
        jdbc.prepareStatement("INSERT INTO ledger_filler (user_name, enterprise_id, county) VALUES (?, ?, ?) "
                + "ON CONFLICT DO NOTHING", insert -> {
                    insert.setString(1, user);
                    insert.setObject(2, enterprise.orElse(null), Types.BIGINT);
                    insert.setString(3, county.map(String::strip).orElse(null));
                    return insert.executeUpdate();
                });
        audit.note("ledger_filler.allowed", "ledger_filler", user, Map.of("enterprise",
                enterprise.map(String::valueOf).orElse(""), "county", county.orElse("")));
        return list();
    }

    /** Lets a user fill no longer. */
    public List<Filler> withdraw(long id) {
        Actor.requireAny(Role.ADMINISTRATOR);
        jdbc.prepareStatement("DELETE FROM ledger_filler WHERE id = ?", delete -> {
            delete.setLong(1, id);
            return delete.executeUpdate();
        });
        audit.note("ledger_filler.withdrawn", "ledger_filler", Long.toString(id), Map.of());
        return list();
    }

    /**
     * As whom the acting user fills a form: for the enterprise, for its county, else as one of the city's planners.
     *
     * @throws DomainException FORBIDDEN if the user may not fill it
     */
    FilledAs requireFiller(LedgerForm form) {
        List<Filler> own = own();
        if (own.stream().anyMatch(filler -> filler.enterprise().filter(id -> id == form.enterpriseId()).isPresent())) {
            return FilledAs.ENTERPRISE;
        }
        if (ofCounty(own, form)) {
            return FilledAs.COUNTY;
        }
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        return FilledAs.CITY;
    }

    /**
     * Who verifies stands above the one who filled: the county above the enterprise, the city above both; nobody but the
     * operator verifies what they filled themselves.
     *
     * @throws DomainException FORBIDDEN if the user may not verify it
     */
    void requireVerifier(LedgerForm form) {
        Actor actor = Actor.current();
        boolean self = form.filledBy().filter(actor.name()::equals).isPresent();
        if (self && !actor.equals(Actor.operator())) {
            throw new DomainException(ErrorCategory.FORBIDDEN, "VERIFIER_IS_FILLER",
                    "不能审核自己填报的内容，请由上一级审核。");
        }
        if (form.filledAs().filter(FilledAs.ENTERPRISE::equals).isEmpty() || !ofCounty(own(), form)) {
            Actor.requireAny(Role.REVIEWER, Role.PLANNER, Role.ADMINISTRATOR);
        }
    }

    private static boolean ofCounty(List<Filler> own, LedgerForm form) {
        return own.stream().anyMatch(filler -> filler.county().isPresent() && filler.county().equals(form.county()));
    }

    private List<Filler> own() {
        String user = Actor.current().name();
        return list().stream().filter(filler -> filler.user().equals(user)).toList();
    }
}
