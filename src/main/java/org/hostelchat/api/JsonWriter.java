package org.hostelchat.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.hostelchat.wire.Representation;
import org.hostelchat.wire.json.JsonText;

/**
 * Writes one thing, or a page of a list, as JSON in the form that it brings along. For records, which both are: for all objects it would
 * be as near as the server's own writer by reflection, and one of the two would be taken by chance.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class JsonWriter implements MessageBodyWriter<Record> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Representation.class || type == Listing.class;
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
        // The stream is the server's, and stays open.
        JsonText.write(out, json -> {
            if (body instanceof Listing<?> listing) listing.write(json);
            else ((Representation<?>) body).write(json);
        });
    }
}
