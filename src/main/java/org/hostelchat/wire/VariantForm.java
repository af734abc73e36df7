package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A form for objects of several variants with different fields; in CSV all variants share the columns. */
final class VariantForm<T> implements Form<T> {

    private final List<String> columns;
    private final Function<? super T, Representation<?>> variant;

    /** @param columns those of all variants */
    VariantForm(List<String> columns, Function<? super T, Representation<?>> variant) {
        this.columns = columns;
        this.variant = variant;
    }

    @Override
    public void write(JsonGenerator json, T thing) {
        variant.apply(thing).write(json);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<Object> cells(T thing) {
        var shaped = variant.apply(thing);
        var names = shaped.form().columns();
        var cells = shaped.cells();
        var row = new ArrayList<Object>(Collections.nCopies(columns.size(), null));
        for (var i = 0; i < names.size(); i++) row.set(columns.indexOf(names.get(i)), cells.get(i));
        return row;
    }
}
