/**
 * A tenant as a folder of declarations: its identity, units, plan facts and sample ledger rows. Offers {@link
 * org.lantian.app.tenant.TenantFolder}, which reads a folder and reports everything that is wrong with it at once. Must
 * not write anything to a tenant by itself.
 */
@NullMarked
package org.lantian.app.tenant;

import org.jspecify.annotations.NullMarked;
