package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.hostelchat.wire.json.JsonText;

/**
 * The form of one kind of thing, as an object of JSON and as a row of CSV with the same names. Immutable and thread-safe.
 *
 * <p>A form sees the thing as it is when it is written: whoever calls has read it before, outside of any lock.
 */
public interface Form<T> {

    /** Writes one object, where a value may stand. */
    void write(JsonGenerator json, T thing);

    /** The names of all fields that an object may have, in the order of their columns. */
    List<String> columns();

    /** What stands under the columns: text, numbers, truth values, instants; null for an empty cell. */
    List<Object> cells(T thing);

    /** A thing with the form in which it is to be written. */
    default Representation<T> of(T thing) {
        return new Representation<>(this, thing);
    }

    default String json(T thing) {
        return JsonText.of(json -> write(json, thing));
    }
}
