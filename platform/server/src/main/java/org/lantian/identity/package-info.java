/**
 * Users, their roles and passwords, tokens, and the organisation units of a tenant. Offers accounts, tokens and units;
 * must not know what the users work on.
 */
@NullMarked
package org.lantian.identity;

import org.jspecify.annotations.NullMarked;
