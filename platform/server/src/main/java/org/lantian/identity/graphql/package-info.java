/** Accounts and units in the API. Maps the feature's records onto the schema; holds no rule of its own. */
@NullMarked
package org.lantian.identity.graphql;

import org.jspecify.annotations.NullMarked;
