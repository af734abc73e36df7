package org.hostelchat.cli;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes JSON on one line. Whatever could steer a terminal or turn a line round is escaped: the reader of the JSON gets
 * it back, the screen does not.
 */
final class JsonWriter {
    private JsonWriter() {}

    static String write(Json json) {
        if (json instanceof Json.Fields object) {
            return object.fields().entrySet().stream()
                    .map(field -> quoted(field.getKey()) + ":" + write(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (json instanceof Json.Items array) {
            return array.items().stream().map(JsonWriter::write).collect(Collectors.joining(",", "[", "]"));
        } else if (json instanceof Json.Text text) {
            return quoted(text.text());
        } else if (json instanceof Json.Numeral number) {
            return number.digits();
        } else if (json instanceof Json.Truth truth) {
            return Boolean.toString(truth.truth());
        }
        return "null";
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                result.append('\\').appendCodePoint(point);
            } else if (point == '\n') {
                result.append("\\n");
            } else if (SafeText.isHarmless(point)) {
                result.appendCodePoint(point);
            } else {
                result.append(String.format(Locale.ROOT, "\\u%04x", point));
            }
        });
        return result.append('"').toString();
    }
}
