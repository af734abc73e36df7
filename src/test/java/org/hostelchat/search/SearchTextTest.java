package org.hostelchat.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.hostelchat.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are found by which words, and where they match, in many scripts. */
class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Tea at FIVE, five tea",
        "Tea at five, tea fi",
        "Tea at five, f",
        "Straße, STRASSE",
        "ΟΔΟΣ, οδος",
        "οδός, ΟΔΟΣ",
        "İstanbul ve ısı, istanbul isi",
        "Café Zoë, cafe zoe",
        "cafe, café",
        "Łódź, lodz",
        "Ёлка, елка",
        "Ａ１ fullwidth, a1",
        "room १०१, 101",
        "room 101, १०१",
        "क़लम, कलम",
        "चाँद, चांद",
        "मेनू, मेनू",
        "मेनू, म",
        "मेनू, मे",
        "தேநீர் ஐந்து மணிக்கு, தேநீ",
        "தேநீர், தே",
        "మెనూ, మె",
        "মেনু, মে",
        "عَلِيّ, علی",
        "كتاب, کتاب",
        "שָׁלוֹם, שלום",
        "今天晚上有茶, 晚上",
        "今天晚上有茶, 茶",
        "今天晚上有茶, 天晚上有",
        "お茶をカフェで, カフェ",
        "ｶﾌｪとｶﾞｽ, ガス",
        "カフェー, ー",
        "우리학교에서 만나요, 학교",
        "พรุ่งนี้มีน้ำชา, น้ำ",
        "พรุ่งนี้มีน้ำชา, ชา",
        "iPhone手机, 手机",
        "iPhone手机, iph",
        "costs ₹500 today, ₹",
        "costs ₹500 today, ₹500",
        "great 👍🏽 work, 👍",
        "I can’t, can't",
        "l’eau, eau",
        "A-101, a-1",
        "mail me@house.test now, house.test",
        "क्\u200dष, क्ष",
    })
    void finds(String body, String lookedFor) {
        var nfc = Normalizer.normalize(body, Normalizer.Form.NFC);
        assertTrue(!new SearchText(lookedFor).marks(nfc).isEmpty(), lookedFor);
        var decomposed = Normalizer.normalize(lookedFor, Normalizer.Form.NFD);
        assertTrue(!new SearchText(decomposed).marks(nfc).isEmpty(), decomposed);
        assertIndexed(nfc, new SearchText(lookedFor));
    }

    /** What the index is asked for has to be among what the text is indexed by, or it would never come to be looked at. */
    private static void assertIndexed(String body, SearchText text) {
        var terms = Tokens.terms(body);
        assertTrue(terms.containsAll(text.terms().words()), () -> text.terms() + " in " + terms);
        for (var asked : List.of(text.terms(), text.terms().quick())) {
            for (var prefix : asked.prefixes()) {
                assertTrue(terms.stream().anyMatch(term -> term.startsWith(prefix)), () -> prefix + " in " + terms);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "मैं हूँ, मेनू",
        "मेनू, मैं",
        "मेनू, मन",
        "தேநீர், தநீர்",
        "తేనీరు, తనీరు",
        "মেনু, মনু",
        "teapot at five, tea five pot",
        "teapot at five, tea five",
        "tea at five, \"tea five\"",
        "teapot, \"tea\"",
        "caféteria, \"cafe\"",
        "か, が",
        "晚上, 上晚",
        "晚 上, 晚上",
        "学校, \"学生\"",
        "กา, ขา",
    })
    void doesNotFind(String body, String lookedFor) {
        assertEquals(List.of(), new SearchText(lookedFor).marks(body));
    }

    @ParameterizedTest
    @CsvSource({
        "Tea at five, tea, [Tea] at five",
        "Tea at five, fi, Tea at [five]",
        "Tea tea TEAPOT, tea, [Tea] [tea] [TEAPOT]",
        "Tea at five, five tea, [Tea] at [five]",
        "a cup of tea, \"cup of tea\", a [cup of tea]",
        "😀😀 तेज़ चाय!, चाय, 😀😀 तेज़ [चाय]!",
        "今天晚上有茶, 晚上, 今天[晚上]有茶",
        "aba aba aba, \"aba aba\", [aba aba aba]",
        "l’eau d’été, ete, l’eau d’[été]",
        "👩\u200d🚀 up, 🚀, 👩\u200d[🚀] up",
    })
    void marksWhatWasLookedFor(String body, String lookedFor, String marked) {
        var points = body.codePoints().toArray();
        var result = new StringBuilder();
        var from = 0;
        for (var mark : new SearchText(lookedFor).marks(body)) {
            result.append(new String(points, from, mark.start() - from)).append('[');
            result.append(new String(points, mark.start(), mark.length())).append(']');
            from = mark.start() + mark.length();
        }
        result.append(new String(points, from, points.length - from));
        assertEquals(marked, result.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\" \"", "\u200b", "*", "***", "!?", "-", "\"", "…", "\u0301", "'"})
    void thereIsNothingToLookFor(String text) {
        var refusal = assertThrows(Refusal.Unacceptable.class, () -> new SearchText(text));
        assertEquals("wrong-parameter", refusal.slug());
        assertEquals("text", refusal.violations().get(0).field());
    }

    @Test
    void whatIsHostileIsOnlyWords() {
        for (var text : List.of(
                "\"".repeat(4_001) + "tea",
                "tea OR 1",
                "NEAR(tea, 2)",
                "terms : tea",
                "{terms} : tea",
                "^tea",
                "tea*",
                "r=1",
                "(tea)",
                "tea NOT coffee",
                "'tea' & !'coffee' | x:*",
                "tea \\' --")) {
            var terms = new SearchText(text).terms();
            var all = terms.words().stream().collect(Collectors.joining()) + String.join("", terms.prefixes());
            assertTrue(all.matches("[a-z0-9]+"), text + " gives " + terms);
        }
        assertThrows(Refusal.Unacceptable.class, () -> new SearchText("tea ".repeat(1_000)));
    }

    @Test
    void longWordsAreFoundAsWhole() {
        var word = "क".repeat(3_000);
        assertEquals(List.of(new Mark(0, 3_000)), new SearchText(word).marks(word));
        assertIndexed(word, new SearchText(word));
        assertEquals(List.of(), new SearchText(word + "ख").marks(word));
        assertEquals(1, Tokens.terms(word).size());
    }
}
