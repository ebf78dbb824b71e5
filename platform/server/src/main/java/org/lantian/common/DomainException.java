package org.lantian.common;

import java.util.Map;

/**
 * The one exception that carries a message for people. Anything else that is thrown is an internal fault and only its
 * id is shown.
 */
public final class DomainException extends RuntimeException {

    private final ErrorCategory category;
    private final String code;
    private final Map<String, String> parameters;

    /**
     * @param category one of the closed categories
     * @param code stable upper-case code, for example {@code ENTERPRISE_NOT_FOUND}
     * @param message Chinese sentence for the user: what is wrong and what is allowed
     * @param parameters values named in the message, for clients that word it themselves
     */
    public DomainException(ErrorCategory category, String code, String message, Map<String, String> parameters) {
        super(message);
        this.category = category;
        this.code = code;
        this.parameters = Map.copyOf(parameters);
    }

    public DomainException(ErrorCategory category, String code, String message) {
        this(category, code, message, Map.of());
    }

    /** A malformed request: the caller must change it. */
    public static DomainException badRequest(String code, String message) {
        return new DomainException(ErrorCategory.BAD_REQUEST, code, message);
    }

    public static DomainException notFound(String code, String message) {
        return new DomainException(ErrorCategory.NOT_FOUND, code, message);
    }

    /** Somebody else changed the row since it was read. */
    public static DomainException conflict(String code, String message) {
        return new DomainException(ErrorCategory.CONFLICT, code, message);
    }

    /** The state of the thing does not allow the act. */
    public static DomainException failedPrecondition(String code, String message) {
        return new DomainException(ErrorCategory.FAILED_PRECONDITION, code, message);
    }

    public ErrorCategory category() {
        return category;
    }

    public String code() {
        return code;
    }

    public Map<String, String> parameters() {
        return parameters;
    }
}
