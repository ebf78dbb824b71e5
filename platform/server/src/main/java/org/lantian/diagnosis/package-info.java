/**
 * Problems 问题 of enterprises: the findings of the profile's rules and of imported tables, and people's decisions on
 * them. Offers {@link org.lantian.diagnosis.Diagnosis}, which runs the rules over the ledger, and {@link
 * org.lantian.diagnosis.Findings}, which reads and decides. Must not know plans.
 */
@NullMarked
package org.lantian.diagnosis;

import org.jspecify.annotations.NullMarked;
