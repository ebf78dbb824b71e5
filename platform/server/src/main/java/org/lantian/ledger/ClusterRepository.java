package org.lantian.ledger;

import java.util.List;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClusterRepository extends GenericRepository<Cluster, Long> {

    @Query("SELECT id, name, name_key, approval, updated_at, row_version FROM cluster WHERE deleted_at IS NULL "
            + "ORDER BY id")
    List<Cluster> list();

    Cluster save(Cluster cluster);

    Cluster update(Cluster cluster);
}
