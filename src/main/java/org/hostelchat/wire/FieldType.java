package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the value of a field is written; never asked to write null. Thread-safe. */
public interface FieldType<V> {

    FieldType<String> TEXT = JsonGenerator::write;

    FieldType<Long> NUMBER = (json, name, number) -> json.write(name, number.longValue());

    FieldType<Boolean> FLAG = (json, name, flag) -> json.write(name, flag.booleanValue());

    /** Epoch milliseconds. */
    FieldType<Instant> TIME = (json, name, time) -> json.write(name, time.toEpochMilli());

    FieldType<LocalDate> DAY = (json, name, day) -> json.write(name, day.toString());

    /** One of a few, by the name that clients know, which is what {@code toString()} gives. */
    FieldType<Enum<?>> CHOICE = (json, name, choice) -> json.write(name, choice.toString());

    /** A list of what there is none of yet. */
    FieldType<List<Void>> NOTHING =
            (json, name, none) -> json.writeStartArray(name).writeEnd();

    /** Texts by names that are not known before. */
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

    /** What stands in the cell of a spreadsheet: anything that {@code csv.CsvRows} takes. */
    default Object cell(V value) {
        return value;
    }

    /** An object in a form of its own. */
    static <V> FieldType<V> object(Form<V> form) {
        return object(form, Object::toString);
    }

    /**
     * An object in a form of its own.
     *
     * @param word what stands for it in a spreadsheet
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
     * @param word what stands for one of them in a spreadsheet, where all are in one cell
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
