package org.hostelchat.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Asha Rao",
                "आशा राव",
                "José",
                "O'Brien-Smith",
                "R2 D2",
                "தமிழ்",
                "क्\u200dष",
                "😀",
                "D’Souza",
                "🫠"
            })
    void peopleMayBeCalledThat(String name) {
        assertTrue(Names.problem(Names.normal(name)).isEmpty(), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "12345",
                "१२३",
                "a\nb",
                "a\u0000b",
                "\u202Eevil",
                "\uD800",
                "\u200B",
                "a\u2028b",
                "\u2066x",
                "\u2800",
                "\u3164\u3164",
                "\u115f",
                "\uffa0",
                "\u0301",
                "\ufffe"
            })
    void nobodyIsCalledThat(String name) {
        assertTrue(Names.problem(Names.normal(name)).isPresent(), name);
    }

    @Test
    void aNameIsMeasuredInCodePoints() {
        assertTrue(Names.problem("😀".repeat(64)).isEmpty());
        assertTrue(Names.problem("😀".repeat(65)).isPresent());
    }

    @Test
    void anEndlessNameIsRefusedWithoutBeingComposed() {
        var pile = "a" + "\u0301\u0323".repeat(500_000);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            assertTrue(Names.problem(Names.normal(pile)).isPresent());
            Names.key(pile);
        });
    }

    @Test
    void aMissingNameIsAnEmptyOne() {
        assertEquals("", Names.normal(null));
    }

    @Test
    void namesAreComposedAndStripped() {
        assertEquals("José", Names.normal(" Jose\u0301 "));
    }

    @Test
    void loginsCompareNamesWhateverTheirCaseAndSpaces() {
        assertEquals(Names.key("Asha Rao"), Names.key("  asha\u00a0 RAO"));
        assertEquals(Names.key("STRASSE"), Names.key("straße"));
    }

    @Test
    void whatIsLookedForHoldsNothingThatADatabaseRefuses() {
        assertEquals(-1, Names.key("as\0ha").indexOf('\0'));
    }
}
