package org.lantian.identity;

import java.time.OffsetDateTime;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import org.jspecify.annotations.Nullable;

/**
 * A user of the tenant.
 *
 * @param tokenEpoch raised with each new password; tokens of an older epoch are void
 */
@MappedEntity("user_account")
record UserAccount(@Id @GeneratedValue @Nullable Long id, String name, String displayName, String passwordHash,
        int tokenEpoch, int failedAttempts, @Nullable OffsetDateTime lockedUntil, boolean disabled,
        @Version int rowVersion) {

    UserAccount withPassword(String hash) {
        return new UserAccount(id, name, displayName, hash, tokenEpoch + 1, 0, null, disabled, rowVersion);
    }
}
