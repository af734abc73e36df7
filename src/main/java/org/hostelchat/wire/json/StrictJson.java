package org.hostelchat.wire.json;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/**
 * Reads what others send: one JSON object with no name twice, at any depth, and nothing after it. How deep and how long numbers may be,
 * the parser bounds; how long the text, the caller does, before it has it ({@link #MOST_BYTES}). Thread-safe.
 */
public final class StrictJson {

    /** The most bytes of a body and of a frame. */
    public static final int MOST_BYTES = 64 * 1024;

    /** Reject double names, which a parser does not. */
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private StrictJson() {}

    /** Not what is asked for; {@link #isJson()} says which of both. Carries no stack trace: it is the sender's fault. */
    public static final class NotAnObject extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean json;

        private NotAnObject(boolean json) {
            super(json ? "not an object" : "not well-formed, or a name twice", null, false, false);
            this.json = json;
        }

        /** Whether it is JSON all the same: an array, a text, a number, a constant. */
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
            // Parsers throw all sorts: for bad syntax, double names, nesting too deep, numbers too long.
        }
        throw new NotAnObject(false);
    }

    /** Whether nothing follows the object, at which the reader does not look. Most end with their only brace. */
    private static boolean isAll(String text) {
        if (text.indexOf('}') == text.length() - 1) return true;
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            parser.skipObject();
            return !parser.hasNext();
        }
    }
}
