/** Indicators, observations and targets in the API. Holds no rule of its own. */
@NullMarked
package org.lantian.indicator.graphql;

import org.jspecify.annotations.NullMarked;
