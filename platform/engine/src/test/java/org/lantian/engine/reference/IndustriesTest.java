package org.lantian.engine.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IndustriesTest {

    private final Industries industries = Industries.standard();

    @Test
    void areOfThe2017Edition() {
        assertThat(industries.findByCode("3140")).map(Industry::name).hasValue("铁合金冶炼");
        assertThat(industries.findByCode("3150")).isEmpty();
        assertThat(industries.count(Industry.Level.SECTION)).isEqualTo(20);
        assertThat(industries.count(Industry.Level.DIVISION)).isEqualTo(97);
        assertThat(industries.count(Industry.Level.GROUP)).isEqualTo(473);
        assertThat(industries.count(Industry.Level.CLASS)).isEqualTo(1382);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3140", "C3140", "3140 铁合金冶炼", "C3140铁合金冶炼", "铁合金冶炼（3140）", "3140-铁合金冶炼", "铁合金冶炼",
            " 3140铁合金 "})
    void findsAClassByWhatPeopleWrite(String text) {
        assertThat(industries.find(text)).map(Industry::code).hasValue("3140");
    }

    @ParameterizedTest
    @CsvSource({"30,30", "301,301", "30非金属矿物制品业,30", "水泥制造,3011"})
    void findsEveryLevel(String text, String code) {
        assertThat(industries.find(text)).map(Industry::code).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3140 水泥制造", "B3140", "3150", "冶炼铁合金", "", "31400"})
    void findsNothingForAContradiction(String text) {
        assertThat(industries.find(text)).isEmpty();
    }

    @Test
    void knowsTheSection() {
        assertThat(industries.findByCode("3140").map(industries::sectionOf)).map(Industry::name).hasValue("制造业");
    }
}
