package org.lantian.engine.reading;

/** A line that was not understood, as received. */
public record UnreadLine(int line, String text) {
}
