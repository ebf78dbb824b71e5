package org.lantian.graphql;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;

import static org.assertj.core.api.Assertions.assertThat;

class SqlFaultsTest {

    @ParameterizedTest
    @CsvSource({"57014, DEADLINE_EXCEEDED", "40001, CONFLICT", "40P01, CONFLICT", "22021, BAD_REQUEST", "08006, UNAVAILABLE",
            "57P01, UNAVAILABLE", "53300, UNAVAILABLE"})
    void whatIsNoFaultOfTheProgramHasACategoryHoweverDeepItLies(String state, ErrorCategory category) {
        Throwable wrapped = new IllegalStateException(new RuntimeException(new SQLException("secret detail", state)));
        assertThat(SqlFaults.find(wrapped)).hasValueSatisfying(fault -> {
            assertThat(fault.category()).isEqualTo(category);
            assertThat(fault.getMessage()).doesNotContain("secret");
        });
    }

    @Test
    void anythingElseStaysInternal() {
        assertThat(SqlFaults.find(new RuntimeException(new SQLException("syntax", "42601")))).isEmpty();
        assertThat(SqlFaults.find(new SQLException("without a state"))).isEmpty();
        assertThat(SqlFaults.find(DomainException.notFound("X", "没有。"))).isEmpty();
    }
}
