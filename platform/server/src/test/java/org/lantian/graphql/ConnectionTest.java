package org.lantian.graphql;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.common.DomainException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectionTest {

    @Test
    void aPageGoesOnAfterTheOneBefore() {
        Connection<Integer> first = Connection.Window.of(2, null).page(List.of(1, 2, 3), Function.identity(), () -> 3);
        assertThat(first.nodes()).containsExactly(1, 2);
        assertThat(first.pageInfo().hasNextPage()).isTrue();
        assertThat(Connection.Window.of(2, first.pageInfo().endCursor().orElseThrow()).offset()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -9_000_000_000L, Integer.MAX_VALUE, 4_294_967_295L, Long.MAX_VALUE})
    void aCursorThatNoPageGaveIsRefused(long offset) {
        assertThatThrownBy(() -> Connection.Window.of(10, GlobalId.of("Cursor", offset)))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code()).isEqualTo("CURSOR_INVALID"));
    }
}
