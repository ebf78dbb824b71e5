package org.lantian.common;

import java.util.List;

/** The input has mistakes that its sender can mend; all of them at once. Rolls the transaction back. */
public final class UserErrorsException extends RuntimeException {

    private final List<UserError> errors;

    public UserErrorsException(List<UserError> errors) {
        super(errors.stream().map(UserError::message).reduce((a, b) -> a + " " + b).orElse(""));
        this.errors = List.copyOf(errors);
    }

    public List<UserError> errors() {
        return errors;
    }
}
