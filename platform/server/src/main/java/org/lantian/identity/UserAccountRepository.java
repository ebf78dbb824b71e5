package org.lantian.identity;

import java.time.OffsetDateTime;
import java.util.Optional;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UserAccountRepository extends GenericRepository<UserAccount, Long> {

    Optional<UserAccount> findByName(String name);

    UserAccount save(UserAccount account);

    UserAccount update(UserAccount account);

    /** Counts a wrong password and locks at the last allowed one; 0 if the user is locked already. */
    @Query("UPDATE user_account SET failed_attempts = CASE WHEN failed_attempts + 1 < :attempts "
            + "THEN failed_attempts + 1 ELSE 0 END, locked_until = CASE WHEN failed_attempts + 1 < :attempts "
            + "THEN NULL ELSE CAST(:until AS timestamptz) END "
            + "WHERE id = :id AND (locked_until IS NULL OR locked_until <= :now)")
    int countFailure(long id, OffsetDateTime now, OffsetDateTime until, int attempts);

    /** Forgets wrong passwords after a right one; 0 if the user has been locked meanwhile. */
    @Query("UPDATE user_account SET failed_attempts = 0, locked_until = NULL "
            + "WHERE id = :id AND (locked_until IS NULL OR locked_until <= :now)")
    int clearFailures(long id, OffsetDateTime now);
}
