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
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hostelchat.csv.CsvRows;

/**
 * Writes a list as CSV for spreadsheets: a byte order mark, a header row with the names of the fields, and then the list to its end, page by
 * page so that memory stays small, unless the request names a {@code limit}: a spreadsheet knows no cursors.
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
        var csv = CsvRows.forSpreadsheet(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var columns = Arrays.asList(listing.row().getRecordComponents());
        csv.row(columns.stream().map(RecordComponent::getName).toList());
        for (var page = listing; page != null; page = onlyThisPage ? null : pageAfter(page)) {
            for (var item : page.items()) {
                csv.row(columns.stream().map(column -> cell(item, column)).toList());
            }
        }
        csv.flush();
    }

    /** An empty cell where JSON would leave the field out. */
    private static Object cell(Record item, RecordComponent column) {
        var value = JsonWriter.get(item, column);
        if (value instanceof Field<?> field) value = field.value();
        if (value instanceof Optional<?> optional) value = optional.orElse(null);
        if (value instanceof List<?> all) {
            value = all.stream().map(Object::toString).collect(Collectors.joining("; "));
        }
        if (value instanceof Map<?, ?> values) {
            value = values.entrySet().stream().map(Object::toString).collect(Collectors.joining("; "));
        }
        // Numbers, truth values and times have forms of their own in CSV, whatever else is text.
        if (value instanceof Record part) value = part.toString();
        return value == null ? "" : value;
    }

    private static Listing<?> pageAfter(Listing<?> page) {
        return page.next() == null ? null : page.following().apply(page.next());
    }
}
