package org.lantian.ledger.history;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One value that became another.
 *
 * @param field catalogue field id, or the id of a column that a profile declares
 * @param year year of the figure; empty for what belongs to no year
 * @param row which entry of a repeating group, by its name; empty for what an enterprise has once
 * @param before the value before; {@code /} says that there was none of it, empty that nothing was filled in
 * @param after the value after, in the same way
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldChange(@JsonProperty("f") String field, @JsonProperty("y") Optional<Integer> year,
        @JsonProperty("r") Optional<String> row, @JsonProperty("b") Optional<String> before,
        @JsonProperty("a") Optional<String> after) {
}
