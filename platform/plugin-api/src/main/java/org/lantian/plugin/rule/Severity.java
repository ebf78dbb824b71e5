package org.lantian.plugin.rule;

/** How much a verdict weighs: an error blocks, a warning wants a word, info is only told. */
public enum Severity {
    ERROR, WARNING, INFO
}
