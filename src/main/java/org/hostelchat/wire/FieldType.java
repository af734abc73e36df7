package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How values of a type are written; never called with null. Thread-safe. */
public interface FieldType<V> {

    FieldType<String> TEXT = JsonGenerator::write;

    FieldType<Long> NUMBER = (json, name, number) -> json.write(name, number.longValue());

    FieldType<Boolean> FLAG = (json, name, flag) -> json.write(name, flag.booleanValue());

    /** Epoch milliseconds. */
    FieldType<Instant> TIME = (json, name, time) -> json.write(name, time.toEpochMilli());

    FieldType<LocalDate> DAY = (json, name, day) -> json.write(name, day.toString());

    /** The constant's name for clients, which {@code toString()} returns. */
    FieldType<Enum<?>> CHOICE = (json, name, choice) -> json.write(name, choice.toString());

    FieldType<List<Long>> NUMBERS = new FieldType<>() {
        @Override
        public void write(JsonGenerator json, String name, List<Long> numbers) {
            json.writeStartArray(name);
            numbers.forEach(json::write);
            json.writeEnd();
        }

        @Override
        public Object cell(List<Long> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining("; "));
        }
    };

    /** An object of texts with arbitrary names. */
    FieldType<Map<String, String>> TEXTS = new FieldType<>() {
        @Override
        public void write(JsonGenerator json, String name, Map<String, String> texts) {
            json.writeStartObject(name);
            texts.forEach(json::write);
            json.writeEnd();
        }

        @Override
        public Object cell(Map<String, String> texts) {
            return texts.entrySet().stream().map(Object::toString).collect(Collectors.joining("; "));
        }
    };

    void write(JsonGenerator json, String name, V value);

    /** The value for a CSV cell, of any type that {@code csv.CsvRows} accepts. */
    default Object cell(V value) {
        return value;
    }

    /** A nested object. */
    static <V> FieldType<V> object(Form<V> form) {
        return object(form, Object::toString);
    }

    /**
     * A nested object.
     *
     * @param word returns its text for a CSV cell
     */
    static <V> FieldType<V> object(Form<V> form, Function<V, String> word) {
        return new FieldType<>() {
            @Override
            public void write(JsonGenerator json, String name, V value) {
                form.write(json.writeKey(name), value);
            }

            @Override
            public Object cell(V value) {
                return word.apply(value);
            }
        };
    }

    /** An array of objects. */
    static <V> FieldType<List<V>> list(Form<V> form) {
        return list(form, Object::toString);
    }

    /**
     * An array of objects.
     *
     * @param word returns the text of an element for the common CSV cell
     */
    static <V> FieldType<List<V>> list(Form<V> form, Function<V, String> word) {
        return new FieldType<>() {
            @Override
            public void write(JsonGenerator json, String name, List<V> values) {
                json.writeStartArray(name);
                for (var value : values) form.write(json, value);
                json.writeEnd();
            }

            @Override
            public Object cell(List<V> values) {
                return values.stream().map(word).collect(Collectors.joining("; "));
            }
        };
    }
}
