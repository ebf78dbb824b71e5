package org.lantian.engine.code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000600037341L", "91440300708461136T", "91610400MA6XN0003B",
            "91371500MA3C00003Q", "91640502MA7600005G", "91410104MA4400008G", "123715000044000016"})
    void acceptsValidCodes(String value) {
        assertThat(CreditCode.read(value)).isEqualTo(new CreditCode.Valid(new CreditCode(value)));
    }

    @ParameterizedTest
    @CsvSource({"91350100M000100Y44,4,3", "91330000142914395Y,Y,R", "91440101MA59DJ3B2E,E,5"})
    void namesTheExpectedCheckDigit(String value, char actual, char expected) {
        assertThat(CreditCode.read(value)).isEqualTo(new CreditCode.WrongCheckDigit(actual, expected));
    }

    @Test
    void countsTheCharacters() {
        assertThat(CreditCode.read("9135010")).isEqualTo(new CreditCode.WrongLength(7));
    }

    @ParameterizedTest
    @CsvSource({"9135O100M000100Y43,5,O", "91350100M000100I43,16,I", "91A50100M000100Y43,3,A"})
    void namesThePositionOfAWrongCharacter(String value, int position, String character) {
        assertThat(CreditCode.read(value)).isEqualTo(new CreditCode.WrongCharacter(position, character));
    }

    @Test
    void toleratesBlanksAndLowerCase() {
        assertThat(CreditCode.read(" 91350100m000100y43 "))
                .isEqualTo(new CreditCode.Valid(new CreditCode("91350100M000100Y43")));
    }

    @Test
    void saysInChineseWhatIsWrong() {
        assertThat(((CreditCode.Problem) CreditCode.read("91330000142914395Y")).message())
                .isEqualTo("统一社会信用代码校验位不符：末位为“Y”，按前17位计算应为“R”，请核对是否录错。");
    }

    @Test
    void cannotBeMadeFromAWrongText() {
        assertThatThrownBy(() -> new CreditCode("91350100M000100Y44")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsItsRegion() {
        assertThat(new CreditCode("91640502MA7600005G").registrationRegion()).isEqualTo("640502");
    }
}
