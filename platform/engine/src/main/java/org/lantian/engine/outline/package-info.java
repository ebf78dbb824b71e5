/**
 * A plan seen on the common outline: what covers each node, what is supplement and why, what the outline asks and the
 * plan lacks, and class words there and back. Must not know where the plan came from.
 */
@NullMarked
package org.lantian.engine.outline;

import org.jspecify.annotations.NullMarked;
