package org.lantian.engine.yaml;

/**
 * What is wrong at one place of a file.
 *
 * @param file file name as given to {@link YamlDocument#parse}
 * @param line from 1
 * @param column from 1
 * @param message sentence without the place
 */
public record YamlProblem(String file, int line, int column, String message) {

    /** The form {@code file:line:column: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
