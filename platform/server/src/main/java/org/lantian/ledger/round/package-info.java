/**
 * Rounds of monthly updates and quarterly checks 月度动态更新、季度校核: opened for a period, filled by the enterprise or its
 * county, verified above, with jumps against the year before. Offers {@link org.lantian.ledger.round.Rounds},
 * {@link org.lantian.ledger.round.Forms}, {@link org.lantian.ledger.round.Fillers} and
 * {@link org.lantian.ledger.round.YearJumps}. Must not know findings or plans.
 */
@NullMarked
package org.lantian.ledger.round;

import org.jspecify.annotations.NullMarked;
