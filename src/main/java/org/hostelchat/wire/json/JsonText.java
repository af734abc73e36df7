package org.hostelchat.wire.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** Writes JSON without a tree of it. Thread-safe. */
public final class JsonText {

    /** Made once: each look-up searches the class path. */
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private JsonText() {}

    /** The text that is written. */
    public static String of(Consumer<JsonGenerator> content) {
        var out = new Text();
        try (var json = GENERATORS.createGenerator(out)) {
            content.accept(json);
        }
        return out.toString();
    }

    /** One object with the fields that are written. */
    public static String object(Consumer<JsonGenerator> fields) {
        return of(json -> {
            json.writeStartObject();
            fields.accept(json);
            json.writeEnd();
        });
    }

    /** Writes in UTF-8 to a stream, which stays open. */
    public static void write(OutputStream out, Consumer<JsonGenerator> content) {
        // Not closed, as that would close the stream.
        var json = GENERATORS.createGenerator(out, StandardCharsets.UTF_8);
        content.accept(json);
        json.flush();
    }

    /** Keeps what is written. Most comes in one piece from the generator's buffer, and is not copied once more. */
    private static final class Text extends Writer {

        private String first = "";
        private StringBuilder more;

        @Override
        public void write(char[] characters, int offset, int length) {
            if (more != null) {
                more.append(characters, offset, length);
            } else if (first.isEmpty()) {
                first = new String(characters, offset, length);
            } else {
                more = new StringBuilder(2 * (first.length() + length)).append(first);
                more.append(characters, offset, length);
            }
        }

        @Override
        public String toString() {
            return more == null ? first : more.toString();
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing to give back.
        }
    }
}
