/**
 * Events between the transactions of a tenant and those who listen, on every node. Offers {@link
 * org.lantian.tenancy.event.Events}; knows nothing of what events mean.
 */
@NullMarked
package org.lantian.tenancy.event;

import org.jspecify.annotations.NullMarked;
