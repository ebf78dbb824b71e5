/**
 * A tenant is a schema and a role. Owns the control schema's tenant list, the logins, the embedded database, the
 * migrations and the transactions, which are the only way to a tenant's tables. Must not know what the tables mean.
 */
@NullMarked
package org.lantian.tenancy;

import org.jspecify.annotations.NullMarked;
