package org.hostelchat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextKeyTest {

    @ParameterizedTest
    @CsvSource({
        "D’Souza, d'souza",
        "DʼSouza, D‘SOUZA",
        "O´Brien, o`brien",
        "İlker Işık, ilker ışık",
        "İLKER IŞIK, i̇lker ışık",
        "Straße, STRASSE",
        "José, JOSE\u0301",
        "Anne–Marie, anne-marie",
        "Anne\u2011Marie, ANNE-MARIE",
        "Ａｓｈａ\u3000Ｒａｏ, asha rao",
        "Asha\u00a0Rao, asha  rao",
        "Asha\u200bRao\ufeff, asharao",
        "क्\u200dष, क्ष",
        "क़, क\u093c",
        "Room १२, room 12",
        "ΟΔΟΣ, οδος",
        "ﬁ\u00ad, FI",
        "각, 각",
        "❤️, ❤"
    })
    void whatIsTheSameToPeopleIsEqual(String one, String other) {
        assertEquals(TextKey.comparing(one), TextKey.comparing(other));
    }

    @ParameterizedTest
    @CsvSource({"José, Jose", "कमल, कमला", "ரவி, ரவீ", "Asha Rao, Rao Asha", "फल, फ़ल"})
    void differentWordsHaveDifferentKeys(String one, String other) {
        assertNotEquals(TextKey.comparing(one), TextKey.comparing(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asha Rao",
                "d’souza",
                "İlker Işık",
                "आशा कुलकर्णी",
                "ΟΔΟΣ",
                "ﬁ ŉ ǰ",
                "Ⅷ",
                "각",
                "a\u0345b",
                "🏳️‍🌈"
            })
    void aKeyIsItsOwnKey(String text) {
        var key = TextKey.comparing(text);
        assertEquals(key, TextKey.comparing(key));
        var found = TextKey.searching(text);
        assertEquals(found, TextKey.searching(found));
    }

    @ParameterizedTest
    @CsvSource({
        "Renée D’Souza, souza renee",
        "Asha Rao, rao asha",
        "Łukasz Sørensen, lukasz sorensen",
        "İlker Işık, isik",
        "Zoë 🌙 Fernández, 🌙",
        "आशा कुलकर्णी, कुलकर्णी आशा",
        "فاطمہ زہرا, فاطمہ",
        "علي, علی",
        "مُحَمَّد, محمد",
        "王小明, 小明",
        "Ægir, aegir"
    })
    void wordsAreFoundInAnyOrderWithOrWithoutAccents(String name, String typed) {
        var words = TextKey.words(typed);
        assertTrue(words.stream().allMatch(TextKey.searching(name)::contains), () -> words + " in " + name);
    }

    @Test
    void indianVowelSignsArePartOfTheWord() {
        assertTrue(!TextKey.searching("कमल").contains(TextKey.words("कमला").get(0)));
        assertTrue(!TextKey.searching("ரவி").contains(TextKey.words("ரவீ").get(0)));
    }

    @Test
    void numbersAreFoundHoweverTheyAreDivided() {
        assertEquals("2023cs041", TextKey.undivided("2023/CS–041"));
        assertEquals(List.of("2023", "cs"), TextKey.words(" 2023 \u00a0CS 2023"));
    }

    @Test
    void anEmptySearchHasNoWords() {
        assertEquals(List.of(), TextKey.words(null));
        assertEquals(List.of(), TextKey.words(" \u200b\u00a0\u2800 "));
        assertEquals(10, TextKey.words("a b c d e f g h i j k l").size());
    }

    @Test
    void anEndlessTextIsNotNormalised() {
        var pile = "a" + "\u0301\u0323".repeat(500_000);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> TextKey.searching(pile));
    }

    @Test
    void noKeyHoldsWhatADatabaseRefuses() {
        assertEquals(-1, TextKey.comparing("as\0ha").indexOf('\0'));
    }
}
