package org.lantian.engine.diff;

/**
 * A clause of one edition.
 *
 * @param place where it stands, for people
 * @param text its words; a number that is printed before them is not part of them
 */
public record DiffClause(String place, String text) {
}
