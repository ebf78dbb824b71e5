/**
 * Cluster plans 方案: composing, revising, checking, rendering and issuing them. Owns plan, clause, explanation,
 * plan_version and issued_document; offers {@link org.lantian.plan.Plans} and {@link org.lantian.plan.Issuing}. Must
 * not know how the ledger stores its rows nor how a file format looks.
 */
@NullMarked
package org.lantian.plan;

import org.jspecify.annotations.NullMarked;
