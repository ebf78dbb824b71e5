/** Tests of regional plans and of reading plans in. */
@NullMarked
package org.lantian.plan.region;

import org.jspecify.annotations.NullMarked;
