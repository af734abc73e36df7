package org.hostelchat.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a list as CSV (RFC 4180): a header row, UTF-8, CRLF. The list is written to its end, page by page so that memory
 * stays small, unless the request names a {@code limit}: a spreadsheet knows no cursors.
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
        write(listing, uri.getQueryParameters().containsKey("limit"), out);
    }

    static void write(Listing<?> listing, boolean onlyThisPage, OutputStream out) throws IOException {
        // Not closed: the stream is the server's.
        var csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var columns = listing.row().getRecordComponents();
        writeRow(csv, Arrays.stream(columns).map(RecordComponent::getName).toArray());
        for (var page = listing; page != null; page = onlyThisPage ? null : pageAfter(page)) {
            for (var item : page.items()) {
                writeRow(
                        csv,
                        Arrays.stream(columns)
                                .map(column -> JsonWriter.get(item, column))
                                .toArray());
            }
        }
        csv.flush();
    }

    private static Listing<?> pageAfter(Listing<?> page) {
        return page.next() == null ? null : page.following().apply(page.next());
    }

    private static void writeRow(Writer csv, Object[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) csv.write(',');
            csv.write(CsvCell.of(cells[i]));
        }
        csv.write("\r\n");
    }
}
