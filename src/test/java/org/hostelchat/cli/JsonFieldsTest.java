package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    private static JsonObject parse(String text) {
        return JsonFields.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":12345678901234567890}",
                "{\"a\":[1,2,{\"b\":null}],\"c\":\"आशा 👩‍🌾\"}",
                "{\"a\":\"say \\\"no\\\" \\\\ twice\\n\"}",
                "{\"a\":\"\\u001b[31m\"}",
                "{\"a\":\"\\u202e\"}",
                "{\"a\":\"\\u009b\"}"
            })
    void writesWhatItRead(String text) {
        assertEquals(text, JsonFields.line(parse(text)));
    }

    @Test
    void escapesControlSequencesOfTerminals() {
        assertEquals(
                "{\"a\":\"\\u2067\\u2028\\u007f\\ud800\"}",
                JsonFields.line(parse("{\"a\":\"\u2067\u2028\u007f\\ud800\"}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "nul", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":1.}", "\"",
                        "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u١٢٣٤\"}", "{} 2", "{}{}", "{a:1}", "'a'",
                        "<html>", "[]", "1", "null"
            })
    void takesNothingButOneObject(String text) {
        assertEquals(Optional.empty(), JsonFields.parse(text));
    }

    @Test
    void refusesDepthThatWouldOverflow() {
        assertEquals(Optional.empty(), JsonFields.parse("{\"a\":" + "[".repeat(100_000)));
    }

    @Test
    void givesNothingForFieldsOfAnotherKind() {
        JsonObject json = parse("{\"a\":null,\"b\":7,\"c\":{}}");
        assertEquals(Optional.empty(), JsonFields.text(json, "a"));
        assertEquals(Optional.of("7"), JsonFields.text(json, "b"));
        assertEquals(Optional.empty(), JsonFields.text(json, "c"));
        assertEquals(Optional.empty(), JsonFields.text(json, "d"));
        assertEquals(0, JsonFields.items(json, "b").size());
        assertFalse(JsonFields.isTrue(json, "b"));
    }
}
