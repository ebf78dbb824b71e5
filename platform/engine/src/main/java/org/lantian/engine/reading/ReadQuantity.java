package org.lantian.engine.reading;

/**
 * A number with its unit.
 *
 * @param value digits as written, a range as {@code 1-2}
 * @param unit unit in its usual spelling, for example 吨/月·平方公里
 * @param text the words around it
 */
public record ReadQuantity(String value, String unit, String text) {
}
