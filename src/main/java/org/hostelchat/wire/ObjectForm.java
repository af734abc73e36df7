package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A form with a fixed list of fields, in order; optional fields are left out if their value is null. */
public final class ObjectForm<T> implements Form<T> {

    /**
     * One field.
     *
     * @param value gets the value from an object; may return null
     * @param optional whether the field is left out if its value is null, instead of being written as null
     */
    private record Field<T, V>(
            String name, FieldType<V> type, Function<? super T, ? extends V> value, boolean optional) {

        void write(JsonGenerator json, T thing) {
            V found = value.apply(thing);
            if (found != null) type.write(json, name, found);
            else if (!optional) json.writeNull(name);
        }

        Object cell(T thing) {
            V found = value.apply(thing);
            return found == null ? null : type.cell(found);
        }

        <S> Field<S, V> within(Function<? super S, ? extends T> part) {
            return new Field<>(name, type, thing -> value.apply(part.apply(thing)), optional);
        }
    }

    private final List<Field<? super T, ?>> fields;

    private ObjectForm(List<Field<? super T, ?>> fields) {
        this.fields = fields;
    }

    /** A form without fields. */
    static <T> ObjectForm<T> empty() {
        return new ObjectForm<>(List.of());
    }

    /** A copy with another field, which is written as null if the value is null. */
    public <V> ObjectForm<T> with(String name, FieldType<V> type, Function<? super T, ? extends V> value) {
        return and(List.of(new Field<T, V>(name, type, value, false)));
    }

    /** A copy with another field, which is left out if the value is null. */
    <V> ObjectForm<T> withAny(String name, FieldType<V> type, Function<? super T, ? extends V> value) {
        return and(List.of(new Field<T, V>(name, type, value, true)));
    }

    /** A copy with the fields of another form added. */
    ObjectForm<T> with(ObjectForm<? super T> more) {
        return and(more.fields);
    }

    private ObjectForm<T> and(List<? extends Field<? super T, ?>> more) {
        return new ObjectForm<>(Stream.concat(fields.stream(), more.stream()).toList());
    }

    /** A copy without some fields. */
    public ObjectForm<T> without(String... names) {
        var left = Set.of(names);
        return new ObjectForm<>(
                fields.stream().filter(field -> !left.contains(field.name())).toList());
    }

    /** The form of an object that contains one of this form's. */
    public <S> ObjectForm<S> within(Function<? super S, ? extends T> part) {
        return new ObjectForm<>(fields.stream()
                .<Field<? super S, ?>>map(field -> field.within(part))
                .toList());
    }

    @Override
    public void write(JsonGenerator json, T thing) {
        json.writeStartObject();
        writeFields(json, thing);
        json.writeEnd();
    }

    /** Writes the fields into an object that has been started. */
    public void writeFields(JsonGenerator json, T thing) {
        for (var field : fields) field.write(json, thing);
    }

    @Override
    public List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }

    @Override
    public List<Object> cells(T thing) {
        // Not List.of, because values may be null.
        return fields.stream().map(field -> field.cell(thing)).toList();
    }
}
