/** What tests share: a real PostgreSQL, two migrated tenants, a signed-in user. */
@NullMarked
package org.lantian.testing;

import org.jspecify.annotations.NullMarked;
