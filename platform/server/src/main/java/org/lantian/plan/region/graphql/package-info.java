/** The API of regional plans and of reading plans in. Offers nothing to other features. Must hold no rules. */
@NullMarked
package org.lantian.plan.region.graphql;

import org.jspecify.annotations.NullMarked;
