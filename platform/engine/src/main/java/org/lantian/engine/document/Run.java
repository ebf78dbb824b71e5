package org.lantian.engine.document;

import java.util.Optional;

/**
 * A piece of text inside a paragraph.
 *
 * @param text the characters; PM2.5, SO2, NOx and VOCs are written plain, the renderer sets their subscripts
 * @param figure the explanation id of a computed figure whose printed value is {@code text}
 */
public record Run(String text, Optional<String> figure) {

    public static Run text(String text) {
        return new Run(text, Optional.empty());
    }

    public static Run figure(String text, String explanation) {
        return new Run(text, Optional.of(explanation));
    }
}
