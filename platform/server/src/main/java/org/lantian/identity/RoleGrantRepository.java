package org.lantian.identity;

import java.util.List;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RoleGrantRepository extends GenericRepository<RoleGrant, Long> {

    List<RoleGrant> findByUserId(long userId);

    RoleGrant save(RoleGrant grant);
}
