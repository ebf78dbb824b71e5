package org.lantian.plugin.region;

/** An entry that a child profile replaces or removes by its id. */
public interface Identified {

    /** Lower-case letters, digits and hyphens; never changes its meaning. */
    String id();
}
