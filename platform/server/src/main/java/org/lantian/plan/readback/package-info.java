/**
 * Plans edited in Word and read back: what a file says otherwise than the plan, as proposals that a person accepts or
 * refuses. Offers {@link org.lantian.plan.readback.ReadBacks}; must not write clauses but through {@link
 * org.lantian.plan.ClauseEdits}.
 */
@NullMarked
package org.lantian.plan.readback;

import org.jspecify.annotations.NullMarked;
