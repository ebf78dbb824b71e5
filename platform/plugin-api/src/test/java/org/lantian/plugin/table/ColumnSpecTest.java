package org.lantian.plugin.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ColumnSpecTest {

    @Test
    void listsTheLeavesOfATreeInPrintOrder() {
        TableSpec table = new TableSpec("t", Optional.of(1), "表", "表", List.of(
                column("a", Optional.empty(), ValueType.TEXT, 3),
                column("g", Optional.empty(), ValueType.TEXT, 3, column("b", Optional.empty(), ValueType.TEXT, 3),
                        column("c", Optional.empty(), ValueType.TEXT, 3))),
                List.of());
        assertThat(table.leaves()).extracting(ColumnSpec::id).containsExactly("a", "b", "c");
    }

    @Test
    void rejectsATypeOtherThanItsFields() {
        assertThatThrownBy(() -> column("a", Optional.of(Field.ENERGY_AMOUNT), ValueType.TEXT, 3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("energy.amount is DECIMAL");
    }

    @Test
    void rejectsAGroupThatHasAFieldAndAWidthOutOfRange() {
        ColumnSpec leaf = column("b", Optional.empty(), ValueType.TEXT, 3);
        assertThatThrownBy(() -> column("g", Optional.of(Field.ENERGY_TYPE), ValueType.TEXT, 3, leaf))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a group has no field");
        assertThatThrownBy(() -> column("a", Optional.empty(), ValueType.TEXT, 21))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("width");
    }

    @Test
    void fieldIdsAreUniqueAndGiveTheirVariables() {
        assertThat(Arrays.stream(Field.values()).map(Field::id)).doesNotHaveDuplicates();
        assertThat(Field.ofId("treatment.concentration.nox")).contains(Field.TREATMENT_CONCENTRATION_NOX);
        assertThat(Field.TREATMENT_CONCENTRATION_NOX.variable()).isEqualTo("treatment_concentration_nox");
        assertThat(Field.ofId("treatment.nothing")).isEmpty();
    }

    private static ColumnSpec column(String id, Optional<Field> field, ValueType type, int width,
            ColumnSpec... children) {
        return new ColumnSpec(id, "列", List.of(), field, type, Optional.empty(), List.of(), false, "never", "", width,
                List.of(children));
    }
}
