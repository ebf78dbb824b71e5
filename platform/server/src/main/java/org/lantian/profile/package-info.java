/**
 * The profiles of the installation: its plugins, the resolved profiles kept for ever in the control schema, and the one
 * a tenant is pinned to. Offers {@link org.lantian.profile.Profiles}. Must not know what is done with a profile's
 * tables and rules.
 */
@NullMarked
package org.lantian.profile;

import org.jspecify.annotations.NullMarked;
