/** The profile's part of the API. */
@NullMarked
package org.lantian.profile.graphql;

import org.jspecify.annotations.NullMarked;
