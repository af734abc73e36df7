package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

    record Row(long id, String name, Optional<String> note, Instant at) {}

    @Test
    void writesHeaderAndRows() throws IOException {
        var rows = List.of(
                new Row(-1, "आशा", Optional.empty(), Instant.ofEpochMilli(5)),
                new Row(2, null, Optional.of("a,\"b\"\nc"), null));

        assertEquals(
                "\uFEFFid,name,note,at\r\n-1,आशा,,1970-01-01T00:00:00.005Z\r\n2,,\"a,\"\"b\"\"\nc\",\r\n",
                csv(Listing.of(Row.class, rows, Row::id, -2, 2), false));
    }

    @Test
    void goesOnToTheEndOfTheListUnlessOnePageWasAskedFor() throws IOException {
        assertEquals("\uFEFFid,name,note,at\r\n1,n,,\r\n2,n,,\r\n3,n,,\r\n", csv(page(1), false));
        assertEquals("\uFEFFid,name,note,at\r\n1,n,,\r\n", csv(page(1), true));
    }

    private static Listing<Row> page(long id) {
        return new Listing<>(
                Row.class,
                List.of(new Row(id, "n", Optional.empty(), null)),
                id < 3 ? id : null,
                next -> page((long) next + 1));
    }

    private static String csv(Listing<?> listing, boolean onlyThisPage) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvWriter.write(listing, onlyThisPage, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
