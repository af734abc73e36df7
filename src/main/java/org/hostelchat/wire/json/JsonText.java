package org.hostelchat.wire.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** Writes JSON as a stream of events, without building a tree. Thread-safe. */
public final class JsonText {

    /** Created once, because each lookup searches the class path. */
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private JsonText() {}

    /** The JSON text that {@code content} writes. */
    public static String of(Consumer<JsonGenerator> content) {
        var out = new Text();
        try (var json = GENERATORS.createGenerator(out)) {
            content.accept(json);
        }
        return out.toString();
    }

    /** A JSON object with the fields that {@code fields} writes. */
    public static String object(Consumer<JsonGenerator> fields) {
        return of(json -> {
            json.writeStartObject();
            fields.accept(json);
            json.writeEnd();
        });
    }

    /** Writes in UTF-8 to a stream, which is not closed. */
    public static void write(OutputStream out, Consumer<JsonGenerator> content) {
        // Flushed, not closed, because closing would close the stream.
        var json = GENERATORS.createGenerator(out, StandardCharsets.UTF_8);
        content.accept(json);
        json.flush();
    }

    /** Collects the text. The generator usually writes it in one piece, which is kept without another copy. */
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
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // No resources to release.
        }
    }
}
