package org.lantian.tenancy;

/**
 * A city's tenancy.
 *
 * @param code its code
 * @param name its printed name, for example 中卫市沙坡头区
 * @param regionCode GB/T 2260 code
 * @param profile the pinned profile as {@code id@version}
 * @param profileHash hash of the resolved profile
 * @param schemaVersion number of migrations its schema has
 */
public record Tenant(TenantCode code, String name, String regionCode, String profile, String profileHash,
        int schemaVersion) {
}
