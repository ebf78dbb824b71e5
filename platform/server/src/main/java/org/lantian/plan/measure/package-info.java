/**
 * Measures 提升任务: the rows of table 4. Owns measure, its members, targets and reductions; offers creating, revising,
 * taking over imported rows, suggesting measures against findings and computing reductions from outlets. Must not know plans and their clauses.
 */
@NullMarked
package org.lantian.plan.measure;

import org.jspecify.annotations.NullMarked;
