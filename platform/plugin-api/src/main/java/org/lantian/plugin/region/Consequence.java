package org.lantian.plugin.region;

/**
 * A step of the ladder of consequences.
 *
 * @param trigger what brings it about
 * @param action what follows
 * @param letter id of the letter that is sent; blank for none
 */
public record Consequence(String id, String trigger, String action, String letter, String source)
        implements Identified {
}
