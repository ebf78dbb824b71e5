package org.lantian.plugin.region;

/** A letter; {@code {…}} stands for what it is about. */
public record LetterTemplate(String id, String title, String text, String source) implements Identified {
}
