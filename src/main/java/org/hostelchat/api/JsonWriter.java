package org.hostelchat.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a record as JSON: nulls stay (a client can rely on the field), an empty {@code Optional} or {@link Field}
 * leaves its field out, times are epoch milliseconds.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class JsonWriter implements MessageBodyWriter<Record> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public void writeTo(
            Record body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        // Not closed: the stream is the server's.
        var json = Json.createGenerator(out);
        write(json, body);
        json.flush();
    }

    private static void write(JsonGenerator json, Object value) {
        if (value == null) json.writeNull();
        else if (value instanceof Listing<?> listing) writeListing(json, listing);
        else if (value instanceof Record body) writeFields(json, body);
        else if (value instanceof List<?> all) writeArray(json, all);
        else if (value instanceof Map<?, ?> values) writeMap(json, values);
        else if (value instanceof Boolean flag) json.write(flag);
        else if (value instanceof Integer number) json.write(number);
        else if (value instanceof Long number) json.write(number);
        else if (value instanceof Instant time) json.write(time.toEpochMilli());
        else json.write(value.toString());
    }

    private static void writeListing(JsonGenerator json, Listing<?> listing) {
        json.writeStartObject().writeStartArray("items");
        listing.items().forEach(item -> write(json, item));
        json.writeEnd().writeKey("next");
        write(json, listing.next());
        json.writeEnd();
    }

    private static void writeArray(JsonGenerator json, List<?> all) {
        json.writeStartArray();
        all.forEach(item -> write(json, item));
        json.writeEnd();
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> values) {
        json.writeStartObject();
        values.forEach((name, value) -> {
            json.writeKey(name.toString());
            write(json, value);
        });
        json.writeEnd();
    }

    private static void writeFields(JsonGenerator json, Record body) {
        json.writeStartObject();
        for (var component : body.getClass().getRecordComponents()) {
            var value = get(body, component);
            if (value instanceof Optional<?> optional) {
                if (optional.isEmpty()) continue;
                value = optional.get();
            } else if (value instanceof Field<?> field) {
                if (!field.given()) continue;
                value = field.value();
            }
            json.writeKey(component.getName());
            write(json, value);
        }
        json.writeEnd();
    }

    static Object get(Record body, RecordComponent component) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }
}
