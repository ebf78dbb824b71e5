package org.lantian.tenancy;

/** A schema could not be brought up to date; nothing of the failed migration is left. */
public final class MigrationFailedException extends RuntimeException {

    MigrationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
