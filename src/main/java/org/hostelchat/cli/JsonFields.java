package org.hostelchat.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hostelchat.cli.text.SafeText;
import org.hostelchat.wire.json.StrictJson;

/**
 * Reads and writes the server's JSON. A field that is missing, null or of another type is treated as absent, never as
 * an error.
 */
final class JsonFields {
    /** Looked up once, because each look-up searches the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonFields() {}

    /** The JSON object that this text is; empty if it is anything else. */
    static Optional<JsonObject> parse(String text) {
        try {
            return Optional.of(StrictJson.object(text));
        } catch (StrictJson.NotAnObject other) {
            return Optional.empty();
        }
    }

    /** The object on one line. Characters that could control a terminal are escaped as JSON. */
    static String line(JsonObject json) {
        return SafeText.escaped(json.toString());
    }

    static JsonObject object(Map<String, Object> fields) {
        return JSON.createObjectBuilder(fields).build();
    }

    /** A copy of the object with this field added or replaced. */
    static JsonObject with(JsonObject object, String name, JsonValue value) {
        return JSON.createObjectBuilder(object).add(name, value).build();
    }

    static JsonObject with(JsonObject object, String name, String value) {
        return with(object, name, JSON.createValue(value));
    }

    /** A text or number as text. */
    static Optional<String> text(JsonObject object, String name) {
        return value(object, name).map(Object::toString);
    }

    /** A text, number or boolean as a {@code String}, {@code Number} or {@code Boolean}. */
    static Optional<Object> value(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.isIntegral() ? number.bigIntegerValue() : number.bigDecimalValue());
        }
        return Optional.empty();
    }

    static boolean isTrue(JsonObject object, String name) {
        return JsonValue.TRUE.equals(object.get(name));
    }

    /** The objects in an array; none if the field is not an array. */
    static List<JsonObject> items(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray items
                ? items.stream().flatMap(JsonFields::asObject).toList()
                : List.of();
    }

    private static Stream<JsonObject> asObject(JsonValue value) {
        return value instanceof JsonObject object ? Stream.of(object) : Stream.empty();
    }
}
