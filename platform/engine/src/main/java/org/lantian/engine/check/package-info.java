/**
 * The check of a plan against itself. Owns the yearly goal sentence, which it both writes and reads, and the rules that
 * compare tables, sentence and term; offers {@link org.lantian.engine.check.PlanCheck}. Knows no document format and no
 * particular plan.
 */
@NullMarked
package org.lantian.engine.check;

import org.jspecify.annotations.NullMarked;
