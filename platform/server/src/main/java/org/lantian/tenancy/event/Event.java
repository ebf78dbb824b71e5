package org.lantian.tenancy.event;

import org.lantian.tenancy.TenantCode;

/**
 * Something happened in a tenant.
 *
 * @param topic kind of happening, for example {@code plan}
 * @param key whose, for example the plan's id
 * @param payload what listeners need besides; blank where key says all
 */
public record Event(TenantCode tenant, String topic, String key, String payload) {
}
