/**
 * Consultations on plans 征求意见: invited units, comments, decisions and their summary. Owns consultation,
 * consultation_unit and plan_comment; offers {@link org.lantian.plan.consult.Consultations}. Must not know a plan's text
 * or states.
 */
@NullMarked
package org.lantian.plan.consult;

import org.jspecify.annotations.NullMarked;
