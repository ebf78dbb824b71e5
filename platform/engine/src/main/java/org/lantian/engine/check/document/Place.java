package org.lantian.engine.check.document;

/** Where something stands: line of the source and printed place. */
record Place(int line, String clause) {
}
