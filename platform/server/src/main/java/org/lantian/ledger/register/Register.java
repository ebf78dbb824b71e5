package org.lantian.ledger.register;

import java.util.Optional;

/**
 * 名录: a list that enterprises stand on for a time.
 *
 * @param source document that founds it
 * @param rule what puts enterprises on it by itself; empty where only people do
 */
public record Register(long id, String name, String description, String source, Optional<RegisterRule> rule,
        int rowVersion) {
}
