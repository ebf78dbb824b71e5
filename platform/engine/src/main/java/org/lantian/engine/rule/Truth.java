package org.lantian.engine.rule;

/** Three-valued outcome: an absent input that matters makes it UNKNOWN. */
public enum Truth {
    TRUE, FALSE, UNKNOWN
}
