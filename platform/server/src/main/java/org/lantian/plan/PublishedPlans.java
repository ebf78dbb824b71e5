package org.lantian.plan;

import java.sql.Date;
import java.time.LocalDate;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.tenancy.ControlRows;
import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.Tenants;

/** Hands the outline projections of issued plans over to the installation, where observers read them. */
@Singleton
class PublishedPlans {

    private final ControlRows control;
    private final JdbcOperations jdbc;
    private final Tenants tenants;

    PublishedPlans(ControlRows control, JdbcOperations jdbc, Tenants tenants) {
        this.control = control;
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    void publish(Plan plan, PlanVersion version, PlanTree tree) {
        Tenant tenant = tenants.requireCurrent();
        String projection = CanonicalJson.write(OutlineProjection.of(tree));
        control.addBeforeCommit(() -> jdbc.prepareStatement("INSERT INTO lantian.published_plan (tenant, tenant_name,"
                + " region_code, plan_id, version, number, title, issued_on, sha256, projection)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", statement -> {
                    statement.setString(1, tenant.code().value());
                    statement.setString(2, tenant.name());
                    statement.setString(3, tenant.regionCode());
                    statement.setLong(4, plan.id());
                    statement.setInt(5, version.ordinal());
                    statement.setString(6, tree.number());
                    statement.setString(7, plan.printedTitle());
                    statement.setDate(8, Date.valueOf(LocalDate.parse(tree.issuedOn())));
                    statement.setString(9, CanonicalJson.sha256(projection));
                    statement.setString(10, projection);
                    return statement.executeUpdate();
                }));
    }

    /** Says that a plan is no longer in force; nothing happens at observers if it was never published. */
    void withdraw(long plan) {
        Tenant tenant = tenants.requireCurrent();
        control.addBeforeCommit(() -> jdbc.prepareStatement("INSERT INTO lantian.publication_withdrawn (tenant, plan_id)"
                + " VALUES (?, ?)", statement -> {
                    statement.setString(1, tenant.code().value());
                    statement.setLong(2, plan);
                    return statement.executeUpdate();
                }));
    }
}
