package org.hostelchat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asha Rao",
                " Asha Rao ",
                "\u00a0Asha\u00a0Rao\u00a0",
                "\ufeffAsha Rao",
                "Asha\u200b Rao\u200b",
                "Asha \u2060 Rao",
                "\u200e\u200fAsha\u00ad Rao\t\n",
                "\u3164Asha\u2800Rao\uffa0",
                "Asha\u2003\u3000Rao",
                "\u200dAsha\u200c Rao\u200d",
            })
    void invisibleCompanyStaysOutside(String typed) {
        assertEquals("Asha Rao", Label.tidy(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "क्\u200dष",
                "क्\u200cष",
                "അവന്\u200d",
                "ශ්\u200dරී ලංකා",
                "می\u200cخواهم",
                "👩🏽\u200d🚀",
                "🏳️\u200d🌈",
                "❤️",
                "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                "1️⃣",
                "葛\udb40\udd00",
                "🫠",
            })
    void whatIsPartOfAWordStays(String word) {
        assertEquals(word, Label.tidy(" " + word + "\u200b"));
    }

    @Test
    void forbiddenCharactersStayToBeRefused() {
        assertEquals("a\nb", Label.tidy("a\nb"));
        assertEquals("a\u2028b", Label.tidy("a\u2028b"));
        assertEquals("\u202Eevil", Label.tidy("\u202Eevil"));
    }

    @Test
    void invisibleTextIsEmpty() {
        assertEquals("", Label.tidy(null));
        assertEquals("", Label.tidy("\u200d\u200b \u2800\u3164\ufe0f".replace("\ufe0f", "")));
    }

    @Test
    void lettersAreComposed() {
        assertEquals("José", Label.tidy("Jose\u0301"));
    }
}
