package org.lantian.engine.check.document;

import java.util.List;

import org.lantian.engine.reading.Normal;

/**
 * A sentence of the text or of a table cell.
 *
 * @param section id of its section
 * @param text without its final mark
 */
record Sentence(Place place, String section, String text) {

    /** The sentences of a paragraph. */
    static List<Sentence> of(Place place, String section, String paragraph) {
        return Normal.sentences(paragraph).stream().map(text -> new Sentence(place, section, text)).toList();
    }
}
