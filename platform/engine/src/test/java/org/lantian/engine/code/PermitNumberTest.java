package org.lantian.engine.code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class PermitNumberTest {

    private static final CreditCode ENTERPRISE = new CreditCode("91640502MA7600005G");

    @Test
    void readsACreditCodeWithFourMoreCharacters() {
        assertThat(PermitNumber.read("91640502MA7600005G001P"))
                .isEqualTo(new PermitNumber.Valid(new PermitNumber("91640502MA7600005G001P", ENTERPRISE)));
    }

    @ParameterizedTest
    @CsvSource({"91640502MA7600005G,22位", "91640502MA7600005G0A1P,末4位", "91640502MA7600005H001P,校验位"})
    void saysWhatIsWrong(String value, String expected) {
        assertThat(PermitNumber.read(value)).asInstanceOf(type(PermitNumber.Invalid.class))
                .satisfies(invalid -> assertThat(invalid.message()).contains(expected));
    }

    @Test
    void warnsOfAnotherHolder() {
        PermitNumber.Valid branch = (PermitNumber.Valid) PermitNumber.read("91410104MA4400008G001P");

        assertThat(branch.number().warningFor(ENTERPRISE)).hasValueSatisfying(
                text -> assertThat(text).contains("91410104MA4400008G", "91640502MA7600005G"));
        assertThat(branch.number().warningFor(branch.number().holder())).isEmpty();
    }
}
