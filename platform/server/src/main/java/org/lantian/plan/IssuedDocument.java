package org.lantian.plan;

/** A file rendered from a frozen version. */
public record IssuedDocument(long id, long version, Kind kind, long file, String number, String sha256) {

    /** What the file is. */
    public enum Kind {
        WORD, WORKBOOK
    }
}
