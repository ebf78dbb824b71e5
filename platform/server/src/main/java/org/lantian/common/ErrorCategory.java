package org.lantian.common;

/** The closed list of error categories; a client may branch on them. */
public enum ErrorCategory {
    BAD_REQUEST, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, FAILED_PRECONDITION, RESOURCE_EXHAUSTED, UNAVAILABLE,
    DEADLINE_EXCEEDED, INTERNAL
}
