package org.hostelchat.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a form is passed through the sign-in page. */
class UnsentFormTest {

    private static final String WORDS = "पानी नहीं आएगा – ₹ 50\nவிளக்கு “é” \"\\";

    private final Seal seal = new Seal();

    @Test
    void wordsOfEveryScriptComeBackAsTheyWere() {
        var form = new UnsentForm(
                7, "/admin/post", Map.of("text", new String[] {WORDS}, "device", new String[] {"a", "b"}));
        var back = seal.open(seal.close(form.toJson())).map(UnsentForm::ofJson).orElseThrow();
        assertEquals(7, back.owner());
        assertEquals("/admin/post", back.path());
        assertArrayEquals(new String[] {WORDS}, back.words().get("text"));
        assertArrayEquals(new String[] {"a", "b"}, back.words().get("device"));
    }

    @Test
    void theAddressSaysWhatThePageIsAbout() {
        var words =
                Map.of("number", new String[] {"CS/1 é"}, "act", new String[] {"delete"}, "name", new String[] {"x"});
        assertEquals("/admin/act?number=CS%2F1+%C3%A9&act=delete", new UnsentForm(7, "/admin/act", words).address());
        assertEquals("/admin/post", new UnsentForm(7, "/admin/post", Map.of()).address());
    }

    @Test
    void whatIsSealedCanNeitherBeReadNorChanged() {
        var sealed = seal.close(WORDS);
        // A long word: two or three signs stand in sealed text by chance now and then.
        assertFalse(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8).contains("पानी नहीं"));
        assertEquals(Optional.of(WORDS), seal.open(sealed));
        for (var other : new String[] {"", "x", "?", sealed.substring(1), sealed + "A", new Seal().close(WORDS)}) {
            assertEquals(Optional.empty(), seal.open(other), other);
        }
    }
}
