package org.hostelchat.wire;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A form whose objects have the same fields, in this order, but for those that are left out where there is nothing to say. */
public final class ObjectForm<T> implements Form<T> {

    /**
     * One field.
     *
     * @param value of a thing; may give null
     * @param optional whether the field is left out where its value is null, instead of being null
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

    /** A form without fields, to which fields are added. */
    static <T> ObjectForm<T> empty() {
        return new ObjectForm<>(List.of());
    }

    /** The same with one more field, which is null where the value is. */
    public <V> ObjectForm<T> with(String name, FieldType<V> type, Function<? super T, ? extends V> value) {
        return and(List.of(new Field<T, V>(name, type, value, false)));
    }

    /** The same with one more field, which is left out where the value is null. */
    <V> ObjectForm<T> withAny(String name, FieldType<V> type, Function<? super T, ? extends V> value) {
        return and(List.of(new Field<T, V>(name, type, value, true)));
    }

    /** The same with the fields of another form after its own. */
    ObjectForm<T> with(ObjectForm<? super T> more) {
        return and(more.fields);
    }

    private ObjectForm<T> and(List<? extends Field<? super T, ?>> more) {
        return new ObjectForm<>(Stream.concat(fields.stream(), more.stream()).toList());
    }

    /** The same without some fields. */
    public ObjectForm<T> without(String... names) {
        var left = Set.of(names);
        return new ObjectForm<>(
                fields.stream().filter(field -> !left.contains(field.name())).toList());
    }

    /** The form of something that has such a thing in it. */
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

    /** Writes the fields into an object that has been begun. */
    public void writeFields(JsonGenerator json, T thing) {
        for (var field : fields) field.write(json, thing);
    }

    @Override
    public List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }

    @Override
    public List<Object> cells(T thing) {
        // May hold null.
        return fields.stream().map(field -> field.cell(thing)).toList();
    }
}
