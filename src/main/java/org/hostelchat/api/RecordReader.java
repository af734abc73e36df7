package org.hostelchat.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hostelchat.language.Phrase;
import org.hostelchat.refusal.Refusal;
import org.hostelchat.refusal.Violation;

/**
 * Fills a record from a JSON object. The record's types are the schema: an {@code Optional} or a {@code boolean} may be
 * absent or null (then empty or false), everything else is required; a {@link Field} distinguishes null from absence.
 * Unknown fields are ignored; a {@code List} is an array of items of one type. All invalid fields are reported, not
 * only the first.
 */
final class RecordReader {

    private static final int MOST_ITEMS = 1_000;

    private final List<Violation> violations = new ArrayList<>();

    private RecordReader() {}

    /** @throws Refusal.Unacceptable (422) if a field is missing, has the wrong type, or is not valid text */
    static <T extends Record> T read(JsonObject json, Class<T> type) {
        var components = type.getRecordComponents();
        var reader = new RecordReader();
        var values = Arrays.stream(components)
                .map(component ->
                        reader.value(component.getName(), component.getGenericType(), json.get(component.getName())))
                .toArray();
        if (!reader.violations.isEmpty()) {
            throw new Refusal.Unacceptable("wrong-fields", Phrase.of("api.wrong-fields"), reader.violations);
        }
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }

    private Object value(String field, Type type, JsonValue json) {
        boolean none = json == null || json == JsonValue.NULL;
        if (type instanceof ParameterizedType wrapped && wrapped.getRawType() != List.class) {
            var inner = wrapped.getActualTypeArguments()[0];
            if (wrapped.getRawType() == Field.class) {
                return new Field<>(json != null, none ? null : plain(field, inner, json));
            }
            return none ? Optional.empty() : Optional.ofNullable(plain(field, inner, json));
        }
        if (!none) return plain(field, type, json);
        return type == boolean.class ? (Object) false : wrong(field, Phrase.of("api.field-missing"));
    }

    private Object plain(String field, Type type, JsonValue json) {
        if (type instanceof ParameterizedType list) return list(field, list.getActualTypeArguments()[0], json);
        if (type == String.class) return text(field, json);
        // For whoever reads it by rules of its own.
        if (type == JsonValue.class) return json;
        if (type == LocalDate.class) return date(field, json);
        if (type == boolean.class || type == Boolean.class) {
            if (json == JsonValue.TRUE || json == JsonValue.FALSE) return json == JsonValue.TRUE;
            return wrong(field, Phrase.of("api.field-flag"));
        }
        if (type == long.class || type == Long.class) {
            return whole(field, json);
        }
        if (type instanceof Class<?> choice && choice.isEnum()) return choice(field, choice, json);
        throw new IllegalStateException("No rule for a field of " + type);
    }

    private Object list(String field, Type item, JsonValue json) {
        if (!(json instanceof JsonArray array)) return wrong(field, Phrase.of("api.field-list"));
        if (array.size() > MOST_ITEMS) return wrong(field, Phrase.of("api.field-most-items", "most", MOST_ITEMS));
        var faults = violations.size();
        var items = new ArrayList<>();
        for (var one : array) {
            items.add(plain(field, item, one));
            // One violation per list is enough.
            if (violations.size() > faults) return null;
        }
        return List.copyOf(items);
    }

    private Object whole(String field, JsonValue json) {
        try {
            if (json instanceof JsonNumber number && number.isIntegral()) return number.longValueExact();
        } catch (ArithmeticException | UnsupportedOperationException tooLarge) {
            // Out of the range of a long, or with more digits than the parser accepts.
        }
        return wrong(field, Phrase.of("api.field-number"));
    }

    private Object text(String field, JsonValue json) {
        if (!(json instanceof JsonString string)) return wrong(field, Phrase.of("api.field-text"));
        return Texts.isText(string.getString()) ? string.getString() : wrong(field, Phrase.of("api.field-no-text"));
    }

    private Object date(String field, JsonValue json) {
        try {
            if (json instanceof JsonString string) return LocalDate.parse(string.getString());
        } catch (DateTimeException noDate) {
            // Reported by the message below.
        }
        return wrong(field, Phrase.of("api.field-day"));
    }

    private Object choice(String field, Class<?> choice, JsonValue json) {
        var choices = choice.getEnumConstants();
        return Arrays.stream(choices)
                .filter(one ->
                        json instanceof JsonString string && one.toString().equals(string.getString()))
                .findAny()
                .orElseGet(() -> wrong(
                        field,
                        Phrase.of(
                                "api.field-choice",
                                "choices",
                                Arrays.stream(choices).map(Object::toString).collect(Collectors.joining(", ")))));
    }

    private Object wrong(String field, Phrase message) {
        violations.add(new Violation(field, message));
        return null;
    }
}
