/** Diagnosis rules, limits and technique lists that a profile declares; rules are CEL text, never code. */
@NullMarked
package org.lantian.plugin.rule;

import org.jspecify.annotations.NullMarked;
