package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.hostelchat.wire.json.JsonText;

/**
 * How one kind of object is written, as a JSON object and as a CSV row with the same names. Immutable and thread-safe.
 *
 * <p>Reads the object while writing it: callers must have loaded it before, and hold no lock.
 */
public interface Form<T> {

    /** Writes one JSON object as a value. */
    void write(JsonGenerator json, T thing);

    /** The names of all possible fields, in the order of the columns. */
    List<String> columns();

    /** The values of the columns: texts, numbers, booleans, instants; null for an empty cell. */
    List<Object> cells(T thing);

    /** Pairs an object with this form. */
    default Representation<T> of(T thing) {
        return new Representation<>(this, thing);
    }

    default String json(T thing) {
        return JsonText.of(json -> write(json, thing));
    }
}
