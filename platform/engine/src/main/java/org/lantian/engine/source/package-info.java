/**
 * A document as it was received: lines and tables in their order, each with its place. Owns the value that file
 * readers (Word, text) produce and that plan reading and read-back take. Must not know what a plan is.
 */
@NullMarked
package org.lantian.engine.source;

import org.jspecify.annotations.NullMarked;
