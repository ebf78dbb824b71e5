package org.lantian.tenancy;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;

/** The tenants of the installation, read from the control schema. Not to be called inside a tenant's transaction. */
@Singleton
public class TenantDirectory {

    private final TenantRows rows;
    private final ControlSchema control;

    TenantDirectory(TenantRows rows, ControlSchema control) {
        this.rows = rows;
        this.control = control;
    }

    /** All tenants by code. */
    public List<Tenant> list() {
        return control.read(rows::list);
    }

    public Optional<Tenant> find(TenantCode code) {
        return control.read(() -> rows.find(code));
    }

    /** @throws DomainException NOT_FOUND if there is no such tenant */
    public Tenant require(TenantCode code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    static DomainException unknown(TenantCode code) {
        return DomainException.notFound("TENANT_NOT_FOUND", "没有租户“" + code + "”，可用 lantian tenant list 查看现有租户。");
    }
}
