/** Identity's part of the API. */
@NullMarked
package org.lantian.identity.graphql;

import org.jspecify.annotations.NullMarked;
