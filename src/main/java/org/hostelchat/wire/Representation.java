package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** An object with the form in which it is written; what methods of the API return. */
public record Representation<T>(Form<T> form, T thing) {

    public void write(JsonGenerator json) {
        form.write(json, thing);
    }

    List<Object> cells() {
        return form.cells(thing);
    }
}
