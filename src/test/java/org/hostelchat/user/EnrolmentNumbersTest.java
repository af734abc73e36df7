package org.hostelchat.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "2019/CS/101",
                "CS-101",
                "-",
                "12345678901234567890123456789012",
                "a/password-resets",
                "sessions"
            })
    void collegesGiveSuchNumbers(String number) {
        assertTrue(EnrolmentNumbers.problem(number).isEmpty(), number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789012345678901234567890123",
                "a b",
                "a_b",
                "a.b",
                "१२३",
                "/a",
                "a/",
                "a//b",
                "/",
                "7/password-reset",
                "7/Sessions",
                "a\n"
            })
    void theseWouldNotDo(String number) {
        assertTrue(EnrolmentNumbers.problem(number).isPresent(), number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cs-101", " CS-101 ", "Cs-101", "C\u017f-101"})
    void caseAndSpacesAroundDoNotTellNumbersApart(String typed) {
        assertEquals("cs-101", EnrolmentNumbers.key(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023/CS-41",
                "\u00a02023/CS-41\u200b",
                "\ufeff2023/CS-41",
                "\u202a2023/CS-41\u202c",
                "２０２３／ＣＳ－４１",
                "2023/CS–41",
                "2023∕CS\u201141",
                "२०२३/CS-४१",
                "2023/\u200bCS-41\t"
            })
    void howANumberWasTypedDoesNotMatter(String typed) {
        assertEquals("2023/CS-41", EnrolmentNumbers.normal(typed));
        assertEquals("2023/cs-41", EnrolmentNumbers.key(typed));
    }
}
