/**
 * How the plans of a region are written, for reading them in: role words, inline role verbs, heading words and what
 * they mean on the outline. Owns the record that {@code grammar.yaml} becomes. Must not name a place, person or unit.
 */
@NullMarked
package org.lantian.plugin.grammar;

import org.jspecify.annotations.NullMarked;
