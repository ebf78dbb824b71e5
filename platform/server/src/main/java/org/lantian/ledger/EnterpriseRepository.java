package org.lantian.ledger;

import java.util.List;
import java.util.Optional;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EnterpriseRepository extends GenericRepository<Enterprise, Long> {

    String ALL_COLUMNS = "SELECT id, cluster_id, name, name_key, credit_code, permit_number, county, town, division_code, "
            + "industry, industry_code, grade, tags, attributes, updated_at, row_version FROM enterprise ";

    @Query(ALL_COLUMNS + "WHERE deleted_at IS NULL ORDER BY cluster_id, id")
    List<Enterprise> list();

    @Query(ALL_COLUMNS + "WHERE deleted_at IS NULL AND id IN (:ids)")
    List<Enterprise> list(List<Long> ids);

    @Query(ALL_COLUMNS + "WHERE deleted_at IS NULL AND cluster_id = :cluster ORDER BY id")
    List<Enterprise> listOfCluster(long cluster);

    @Query(ALL_COLUMNS + "WHERE deleted_at IS NULL AND cluster_id = :cluster AND name_key = :nameKey")
    Optional<Enterprise> findByName(long cluster, String nameKey);

    @Query(ALL_COLUMNS + "WHERE deleted_at IS NULL AND credit_code = :creditCode")
    Optional<Enterprise> findByCode(String creditCode);

    @Query("SELECT name_key FROM enterprise WHERE deleted_at IS NULL GROUP BY name_key HAVING count(*) > 1")
    List<String> listSharedNames();

    @Query(ALL_COLUMNS + "WHERE deleted_at IS NOT NULL AND id = :id")
    List<Enterprise> listRemoved(long id);

    List<Enterprise> saveAll(List<Enterprise> enterprises);

    List<Enterprise> updateAll(List<Enterprise> enterprises);
}
