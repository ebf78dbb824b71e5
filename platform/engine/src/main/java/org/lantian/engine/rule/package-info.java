/**
 * Diagnosis rules in CEL over decimal quantities. Owns the rule language and its budgets; offers {@link
 * org.lantian.engine.rule.DiagnosisEngine} from facts to verdicts and {@link org.lantian.engine.rule.Condition} for
 * required cells. Knows no database: facts come in as field values, absent ones stay unknown.
 */
@NullMarked
package org.lantian.engine.rule;

import org.jspecify.annotations.NullMarked;
