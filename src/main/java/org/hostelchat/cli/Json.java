package org.hostelchat.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. Reading a field that is missing, null or of another kind gives nothing rather than an error. */
sealed interface Json {
    /** An object; fields keep the order they came in. */
    record Fields(Map<String, Json> fields) implements Json {}

    record Items(List<Json> items) implements Json {}

    record Text(String text) implements Json {}

    /** A number as it was written, so that none loses a digit on its way through. */
    record Numeral(String digits) implements Json {}

    record Truth(boolean truth) implements Json {}

    record Nothing() implements Json {}

    static Json of(String text) {
        return new Text(text);
    }

    static Json of(boolean truth) {
        return new Truth(truth);
    }

    /** An object without fields, to begin with. */
    static Json object() {
        return new Fields(Map.of());
    }

    /** This object with one field more, or replaced. */
    default Json with(String name, Json value) {
        Map<String, Json> fields = new LinkedHashMap<>(this instanceof Fields object ? object.fields() : Map.of());
        fields.put(name, value);
        return new Fields(fields);
    }

    default Optional<Json> field(String name) {
        return this instanceof Fields object
                ? Optional.ofNullable(object.fields().get(name))
                : Optional.empty();
    }

    /** A field that holds text or a number, as text. */
    default Optional<String> text(String name) {
        return field(name).flatMap(Json::asText);
    }

    default Optional<String> asText() {
        if (this instanceof Text text) {
            return Optional.of(text.text());
        }
        return this instanceof Numeral number ? Optional.of(number.digits()) : Optional.empty();
    }

    default boolean isTrue(String name) {
        return field(name).equals(Optional.of(new Truth(true)));
    }

    default List<Json> items(String name) {
        return field(name).orElse(new Nothing()) instanceof Items list ? list.items() : List.of();
    }
}
