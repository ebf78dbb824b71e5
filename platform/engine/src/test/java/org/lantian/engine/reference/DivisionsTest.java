package org.lantian.engine.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DivisionsTest {

    private final Divisions divisions = Divisions.standard();

    @ParameterizedTest
    @CsvSource({"640502,沙坡头区", "410104,管城回族区", "371500,聊城市", "610400,咸阳市"})
    void findsByCode(String code, String name) {
        assertThat(divisions.findByCode(code)).map(Division::name).hasValue(name);
    }

    @ParameterizedTest
    @CsvSource({"640000,沙坡头区,640502", "640500,沙坡头,640502", "410000,管城,410104", "371500,冠县,371525"})
    void findsByNameUnderAParent(String parent, String name, String code) {
        assertThat(divisions.findByName(parent, name)).map(Division::code).hasValue(code);
    }

    @Test
    void findsNothingUnderAnotherParent() {
        assertThat(divisions.findByName("610000", "沙坡头区")).isEmpty();
    }

    @Test
    void findsNothingWhereTheNameIsNotUnique() {
        assertThat(divisions.findByName("370000", "市辖区")).isEmpty();
        assertThat(divisions.findByName("110000", "市辖区")).isPresent();
    }

    @Test
    void listsTheCountiesOfACity() {
        assertThat(divisions.listUnder("640500")).extracting(Division::code).containsExactly("640502", "640521", "640522");
    }
}
