package org.hostelchat.wire.json;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/**
 * Parses exactly one JSON object without duplicate names at any depth, and with nothing after it. The parser limits
 * nesting and the length of numbers; callers must limit the length of the text ({@link #MOST_BYTES}). Thread-safe.
 */
public final class StrictJson {

    /** The most bytes of a request body or a frame. */
    public static final int MOST_BYTES = 64 * 1024;

    /** Rejects duplicate names, which a plain parser accepts. */
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private StrictJson() {}

    /**
     * The text is not a JSON object; {@link #isJson()} tells whether it is other JSON. Has no stack trace, because the
     * fault is the sender's.
     */
    public static final class NotAnObject extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean json;

        private NotAnObject(boolean json) {
            super(json ? "not an object" : "not well-formed, or a name twice", null, false, false);
            this.json = json;
        }

        /** Whether it is valid JSON: an array, a string, a number or a literal. */
        public boolean isJson() {
            return json;
        }
    }

    /** @throws NotAnObject if the text is anything but one object */
    public static JsonObject object(String text) throws NotAnObject {
        try (var reader = READERS.createReader(new StringReader(text))) {
            var value = reader.readValue();
            if (!(value instanceof JsonObject object)) throw new NotAnObject(true);
            if (isAll(text)) return object;
        } catch (RuntimeException | StackOverflowError notJson) {
            // Parsers throw several exceptions: for syntax, duplicate names, deep nesting, long numbers.
        }
        throw new NotAnObject(false);
    }

    /**
     * Whether nothing follows the object, which the reader does not check. Usually the text's only closing brace is its
     * last character.
     */
    private static boolean isAll(String text) {
        if (text.indexOf('}') == text.length() - 1) return true;
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            parser.skipObject();
            return !parser.hasNext();
        }
    }
}
