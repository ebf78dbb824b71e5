package org.lantian.app.tenant;

import java.time.ZoneId;
import java.util.Optional;

import org.lantian.plugin.ProfileRef;
import org.lantian.tenancy.TenantCode;

/**
 * Who a tenant is ({@code tenant.yaml}).
 *
 * @param name name of the city or district, for example 中卫市沙坡头区
 * @param regionCode GB/T 2260 code
 * @param profile the profile version it works with
 * @param timeZone zone of its days and deadlines
 * @param baseYear base year of its plan, where one is known
 * @param bureau the unit whose name stands on documents
 */
public record TenantDeclaration(TenantCode code, String name, String regionCode, ProfileRef profile, ZoneId timeZone,
        Optional<Integer> baseYear, String bureau) {

    public TenantDeclaration {
        if (!regionCode.matches("\\d{6}")) {
            throw new IllegalArgumentException("行政区划代码“" + regionCode + "”无效：应为6位数字。");
        }
    }
}
