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
 * Writes one object, or a page of a list, as JSON in its own form. For type {@code Record}, which both have: declared
 * for {@code Object} it would be as specific as the container's reflective writer, and either could be chosen.
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
        // The stream is the container's and is not closed.
        JsonText.write(out, json -> {
            if (body instanceof Listing<?> listing) listing.write(json);
            else ((Representation<?>) body).write(json);
        });
    }
}
