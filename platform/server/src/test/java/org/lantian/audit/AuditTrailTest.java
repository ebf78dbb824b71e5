package org.lantian.audit;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuditTrailTest extends DatabaseTest {

    @Inject
    AuditTrail audit;
    @Inject
    JdbcOperations jdbc;

    @Test
    void oneTransactionIsOneRowWithAllItsChangesInItsOwnTenantAlone() {
        asOperator(tenant, () -> {
            audit.note("thing.made", "thing", "1", Map.of("name", "甲"));
            audit.note("thing.renamed", "thing", "1", Map.of("name", "乙"));
            return null;
        });
        assertThat(rows(tenant)).singleElement().asString().contains("operator", "thing.made", "thing.renamed", "乙");
        assertThat(rows(other)).isEmpty();
    }

    @Test
    void aRolledBackTransactionLeavesNoRow() {
        int before = rows(other).size();
        assertThatThrownBy(() -> asOperator(other, () -> {
            audit.note("thing.made", "thing", "2", Map.of());
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(rows(other)).hasSize(before);
    }

    private List<String> rows(TenantCode code) {
        return tenants.read(code, () -> jdbc.prepareStatement("SELECT actor || changes::text FROM audit_event ORDER BY id",
                statement -> {
                    List<String> rows = new ArrayList<>();
                    try (ResultSet result = statement.executeQuery()) {
                        while (result.next()) {
                            rows.add(result.getString(1));
                        }
                    }
                    return rows;
                }));
    }
}
