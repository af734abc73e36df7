package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "[]",
                "{}",
                "-0.5e+10",
                "12345678901234567890",
                "\"\"",
                "{\"a\":[1,2,{\"b\":null}],\"c\":\"आशा 👩‍🌾\"}",
                "\"say \\\"no\\\" \\\\ twice\\n\"",
                "\"\\u001b[31m\"",
                "\"\\u202e\""
            })
    void writesWhatItRead(String text) {
        assertEquals(text, JsonWriter.write(JsonReader.read(text)));
    }

    @Test
    void readsEscapesAndSpace() {
        Json json = JsonReader.read(" { \"a\\/\" : \"\\ud83d\\ude00\\t\\u0041\" } \n");
        assertEquals(Optional.of("😀\tA"), json.text("a/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "{",
                "[1,]",
                "{\"a\"}",
                "{\"a\":1,}",
                "01",
                "1.",
                "+1",
                "\"",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "[1] 2",
                "{a:1}",
                "'a'",
                "<html>"
            })
    void refusesWhatIsNotJson(String text) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.read(text));
    }

    @Test
    void refusesDepthThatWouldOverflow() {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.read("[".repeat(100_000)));
    }

    @Test
    void givesNothingForFieldsOfAnotherKind() {
        Json json = JsonReader.read("{\"a\":null,\"b\":7,\"c\":{}}");
        assertEquals(Optional.empty(), json.text("a"));
        assertEquals(Optional.of("7"), json.text("b"));
        assertEquals(Optional.empty(), json.text("c"));
        assertEquals(Optional.empty(), json.text("d"));
        assertEquals(0, json.items("b").size());
        assertEquals(false, json.isTrue("b"));
    }
}
