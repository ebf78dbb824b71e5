/**
 * Profiles as values: reading a contribution from YAML and resolving it with its parents. Offers {@link
 * org.lantian.engine.profile.ProfileResolver} and the immutable {@link org.lantian.engine.profile.ResolvedProfile}
 * that everything else works with. Must not know plugins, class loaders or the database.
 */
@NullMarked
package org.lantian.engine.profile;

import org.jspecify.annotations.NullMarked;
