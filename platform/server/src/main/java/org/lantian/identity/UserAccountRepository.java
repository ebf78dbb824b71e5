package org.lantian.identity;

import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UserAccountRepository extends GenericRepository<UserAccount, Long> {

    Optional<UserAccount> findByName(String name);

    UserAccount save(UserAccount account);

    UserAccount update(UserAccount account);

    List<UserAccount> listOrderByName();
}
