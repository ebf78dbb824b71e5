package org.lantian.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.identity.Observers.Observer;
import org.lantian.tenancy.Observing;
import org.lantian.tenancy.RowQueries;

/** Published plans as an observer sees them: those of its region, under the observers' own database role. */
@Singleton
public class ObservedPlans {

    private static final String SELECT = "SELECT id, tenant, tenant_name, region_code, version, number, title, issued_on,"
            + " sha256, published_at, EXISTS (SELECT 1 FROM publication_withdrawn gone WHERE gone.tenant ="
            + " published_plan.tenant AND gone.plan_id = published_plan.plan_id) AS withdrawn, projection"
            + " FROM published_plan WHERE starts_with(region_code, ?) ";

    private final Observing observing;
    private final RowQueries queries;

    ObservedPlans(Observing observing, RowQueries queries) {
        this.observing = observing;
        this.queries = queries;
    }

    /** A published plan with its projection as canonical JSON. */
    public record WithProjection(PublishedPlan plan, String projection) {
    }

    /** The newest first. */
    public List<PublishedPlan> list(Observer observer, int offset, int limit) {
        return observing.observe(() -> queries.list(SELECT + "ORDER BY id DESC OFFSET ? LIMIT ?", statement -> {
            statement.setString(1, observer.regionPrefix());
            statement.setInt(2, offset);
            statement.setInt(3, limit);
        }, ObservedPlans::plan));
    }

    /** @throws DomainException NOT_FOUND if there is none in the observer's region */
    public WithProjection require(Observer observer, long id) {
        return observing.observe(() -> queries.list(SELECT + "AND id = ?", statement -> {
            statement.setString(1, observer.regionPrefix());
            statement.setLong(2, id);
        }, row -> new WithProjection(plan(row), row.getString("projection")))).stream().findFirst()
                .orElseThrow(() -> DomainException.notFound("PUBLISHED_PLAN_NOT_FOUND", "所辖地区没有编号为 " + id
                        + " 的已公开方案。"));
    }

    private static PublishedPlan plan(ResultSet row) throws SQLException {
        return new PublishedPlan(row.getLong("id"), row.getString("tenant"), row.getString("tenant_name"),
                row.getString("region_code"), row.getInt("version"), row.getString("number"), row.getString("title"),
                row.getObject("issued_on", LocalDate.class), row.getString("sha256"),
                row.getObject("published_at", OffsetDateTime.class), row.getBoolean("withdrawn"));
    }
}
