package org.hostelchat.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.hostelchat.csv.CsvRows;

/**
 * Writes a list as CSV for spreadsheets: a byte order mark, a header row with the names of the fields, and all rows,
 * read page by page so that memory use stays small. With a {@code limit} in the request only one page is written.
 */
@Provider
@Produces(CsvWriter.TEXT_CSV)
public class CsvWriter implements MessageBodyWriter<Listing<?>> {

    static final String TEXT_CSV = "text/csv";

    @Context
    UriInfo uri;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Listing.class;
    }

    @Override
    public void writeTo(
            Listing<?> listing,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", "text/csv; charset=UTF-8; header=present");
        // Not closed: the stream is the container's.
        var csv = CsvRows.forSpreadsheet(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        listing.write(csv, uri.getQueryParameters().containsKey("limit"));
    }
}
