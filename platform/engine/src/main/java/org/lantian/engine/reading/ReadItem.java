package org.lantian.engine.reading;

import java.util.List;

/**
 * A numbered item.
 *
 * @param no number as printed, without punctuation
 * @param title its first short sentence
 * @param text everything after the number but role lines; paragraphs are separated by {@code \n}
 * @param roles who does it, its own or shared
 * @param rolesFrom where the roles stand
 * @param joinedNames names that the document writes together and that were parted
 * @param box title of the box 专栏 that it stands in; blank outside
 * @param line 1-based line of the source
 */
public record ReadItem(String no, String title, String text, ReadRoles roles, RolesFrom rolesFrom,
        List<Deadline> deadlines, List<ReadQuantity> quantities, List<String> joinedNames, String box, int line) {

    /** Where an item's roles stand. */
    public enum RolesFrom {
        /** With the item. */
        OWN,
        /** In the block after a later item, or under the heading above, which several items share. */
        SHARED_BLOCK,
        /** Nowhere. */
        NOWHERE
    }

    public ReadItem {
        deadlines = List.copyOf(deadlines);
        quantities = List.copyOf(quantities);
        joinedNames = List.copyOf(joinedNames);
    }
}
