package org.lantian.common;

import java.util.List;

/**
 * What a user can mend in a field of a mutation's input.
 *
 * @param path input field names from the outside in
 * @param code stable code
 * @param message Chinese sentence; {@link Messages} has the English one
 * @param allowed allowed values, if the list is closed
 */
public record UserError(List<String> path, String code, String message, List<String> allowed) {

    public UserError {
        path = List.copyOf(path);
        allowed = List.copyOf(allowed);
    }

    public static UserError of(String field, String code, String message) {
        return new UserError(List.of(field), code, message, List.of());
    }
}
