package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** A thing with the form in which it is written: what an API's call answers. */
public record Representation<T>(Form<T> form, T thing) {

    public void write(JsonGenerator json) {
        form.write(json, thing);
    }

    List<Object> cells() {
        return form.cells(thing);
    }
}
