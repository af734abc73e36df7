package org.hostelchat.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Placeholders, plural forms, and the requested language. */
class WordsTest {

    @Test
    void apostrophesAndBracesOfNoNameStayAsTheyAre() {
        assertEquals("It isn't Asha's {x y} {Z}", Placeholders.fill("It isn't {name}'s {x y} {Z}", "name", "Asha"));
        assertEquals("$1 \\ {b}", Placeholders.fill("{a} {b}", "a", "$1 \\"));
    }

    @Test
    void aValueIsNotReadForPlaceholders() {
        assertEquals("{b} 2", Placeholders.fill("{a} {b}", "a", "{b}", "b", 2));
        assertEquals("{seconds} 5", Placeholders.fill("{name} {seconds}", "name", "{seconds}", "seconds", 5));
    }

    /** As CLDR 44 has it. */
    @ParameterizedTest
    @CsvSource({"EN,false", "HI,true", "TA,false", "TE,false", "BN,true", "MR,false", "UR,false"})
    void someLanguagesUseTheSingularForZero(Language language, boolean one) {
        assertEquals(one, language.isSingular(0));
        assertTrue(language.isSingular(1));
        assertFalse(language.isSingular(2));
        assertFalse(language.isSingular(11));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hi-IN,hi;q=0.9,en;q=0.8|HI",
                "en-IN|EN",
                "fr, ur;q=0.3|UR",
                "fr;q=0.9, bn;q=0.2, ta;q=0.5|TA",
                "MR|MR"
            })
    void theBrowserIsAnsweredInWhatItLikesBestOfOurs(String header, Language language) {
        assertEquals(Optional.of(language), AcceptLanguage.best(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "fr", "hi;q=0", "hindi", "hi;q=x", ";;;", "en-XA-", "हिन्दी", "-", "--", "-,fr", "fr,-"
            })
    void otherLanguagesAreNotOffered(String header) {
        assertEquals(Optional.empty(), AcceptLanguage.best(header));
        assertEquals(Optional.empty(), AcceptLanguage.best("hi,".repeat(1000) + header));
    }

    @Test
    void aPhraseIsSaidInEachLanguageAndWritesThousandsWithAComma() {
        var phrase = Phrase.of("text.too-long", "count", 4001, "most", 4000);
        assertEquals("This has 4,001 characters, but at most 4,000 are possible. Please make it shorter.", "" + phrase);
        assertTrue(phrase.in(Language.HI).contains("4,001 अक्षर"), phrase.in(Language.HI));
        assertEquals("as it is {x}", Phrase.literal("as it is {x}").in(Language.UR));
    }

    @Test
    void thePseudoLanguageIsLongerAndKeepsPlaceholdersAndMarks() {
        var text = PseudoTranslation.of("Delete<unseen> this message from {name}</unseen>");
        assertTrue(text.contains("<unseen>") && text.contains("{name}") && text.contains("</unseen>"), text);
        assertTrue(text.length() > "Delete this message from ".length() * 1.4, text);
    }
}
