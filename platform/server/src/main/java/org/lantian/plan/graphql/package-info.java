/**
 * The API of plans and measures. Contributes fetchers and loaders to the schema; knows only its feature's offer.
 */
@NullMarked
package org.lantian.plan.graphql;

import org.jspecify.annotations.NullMarked;
