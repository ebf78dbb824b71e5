package org.lantian.engine.rule;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.plugin.table.Field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConditionTest {

    private static final Set<Field> VISIBLE = Set.of(Field.PRODUCT_OUTPUT, Field.PRODUCT_CAPACITY,
            Field.TREATMENT_DENITRATION, Field.TREATMENT_REDUCTANT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"product_output > 10 | 10.0 | FALSE", "product_output > 10 | 10.01 | TRUE",
            "product_output >= 10.0 | 10 | TRUE", "product_output < 0.3 | 0.3 | FALSE",
            "product_output <= 0.1 | 0.10 | TRUE", "product_output > '0.30000000000000001' | 0.3 | FALSE",
            "product_output > '0.30000000000000001' | 0.30000000000000002 | TRUE", "10 < product_output | 11 | TRUE",
            "0.5 <= product_output | 0.5 | TRUE", "'2.5' > product_output | 2.4 | TRUE",
            "same(product_output, 10) | 10.000 | TRUE", "same(product_output, '10.1') | 10.10 | TRUE",
            "same(0.1, product_output) | 0.2 | FALSE", "product_output == product_output | 1 | TRUE",
            "product_output > 10 | '' | UNKNOWN", "product_output > 10 | / | UNKNOWN"})
    void comparesExactDecimals(String cel, String output, Truth expected) {
        assertThat(Condition.compile(cel, VISIBLE).holds(Facts.row(Field.PRODUCT_OUTPUT, output == null ? "" : output)))
                .isEqualTo(expected);
    }

    @Test
    void comparesQuantitiesWithEachOther() {
        Condition condition = Condition.compile("product_output > product_capacity", VISIBLE);

        assertThat(condition.holds(Facts.row(Field.PRODUCT_OUTPUT, "10.1", Field.PRODUCT_CAPACITY, "10.10")))
                .isEqualTo(Truth.FALSE);
        assertThat(condition.holds(Facts.row(Field.PRODUCT_OUTPUT, "10.2", Field.PRODUCT_CAPACITY, "10.1")))
                .isEqualTo(Truth.TRUE);
        assertThat(condition.holds(Facts.row(Field.PRODUCT_OUTPUT, "10.2"))).isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"SNCR+SCR,TRUE", "其他,FALSE", "/,FALSE", "'',UNKNOWN"})
    void readsWords(String denitration, Truth expected) {
        assertThat(Condition.compile("treatment_denitration in ['SCR', 'SNCR', 'SNCR+SCR']", VISIBLE)
                .holds(Facts.row(Field.TREATMENT_DENITRATION, denitration))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"/,TRUE", "尿素,FALSE", "'',UNKNOWN"})
    void tellsNoneFromAbsent(String reductant, Truth expected) {
        assertThat(Condition.compile("isNone(treatment_reductant)", VISIBLE)
                .holds(Facts.row(Field.TREATMENT_REDUCTANT, reductant))).isEqualTo(expected);
    }

    @Test
    void isDecidedWithoutAnAbsentInputThatDoesNotMatter() {
        Condition condition = Condition.compile("treatment_denitration == 'SCR' && isNone(treatment_reductant)", VISIBLE);

        assertThat(condition.holds(Facts.row(Field.TREATMENT_DENITRATION, "其他"))).isEqualTo(Truth.FALSE);
        assertThat(condition.holds(Facts.row(Field.TREATMENT_DENITRATION, "SCR"))).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void knowsNeverAndAlways() {
        assertThat(Condition.compile("never", VISIBLE).holds(Facts.row())).isEqualTo(Truth.FALSE);
        assertThat(Condition.compile("always", VISIBLE).holds(Facts.row())).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"product_output + 1 > 2", "product_output == 10", "product_output > 'many'",
            "product_output", "outlet_hours > 1", "java.lang.System.exit(0)", "1 + 'a' == 2",
            "treatment_reductant > 5", "product_output > treatment_reductant", "limit('a', 'NOX') > 1"})
    void doesNotCompileOutsideOfTheLanguage(String cel) {
        assertThatThrownBy(() -> Condition.compile(cel, VISIBLE)).isInstanceOf(RuleCompilationException.class);
    }

    @Test
    void doesNotCompileBeyondItsSize() {
        assertThatThrownBy(() -> Condition.compile("product_output > 1" + " || product_output > 1".repeat(400), VISIBLE))
                .isInstanceOf(RuleCompilationException.class);
        assertThatThrownBy(() -> Condition.compile("(".repeat(200) + "true" + ")".repeat(200), VISIBLE))
                .isInstanceOf(RuleCompilationException.class);
    }

    @Test
    void givesUpAnEndlessLoop() {
        String list = "[1,2,3,4,5,6,7,8,9,10,11,12]";
        Condition condition = Condition.compile(
                list + ".all(a, " + list + ".all(b, " + list + ".all(c, a + b + c > 0)))", VISIBLE);

        assertThat(condition.holds(Facts.row())).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void namesThePositionOfAnError() {
        assertThatThrownBy(() -> Condition.compile("product_output > 1 && nothing > 2", VISIBLE))
                .hasMessageContaining("条件（1:23）").hasMessageContaining("nothing");
    }
}
