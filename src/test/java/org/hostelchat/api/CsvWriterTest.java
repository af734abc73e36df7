package org.hostelchat.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    record Row(long id, String name, Optional<String> note, Instant at) {}

    @Test
    void writesHeaderAndRows() throws IOException {
        var rows = List.of(
                new Row(-1, "आशा", Optional.empty(), Instant.ofEpochMilli(5)),
                new Row(2, null, Optional.of("a,\"b\"\nc"), null));

        assertEquals(
                "id,name,note,at\r\n-1,आशा,,5\r\n2,,\"a,\"\"b\"\"\nc\",\r\n",
                csv(Listing.of(Row.class, rows, Row::id, -2, 2), false));
    }

    @Test
    void goesOnToTheEndOfTheListUnlessOnePageWasAskedFor() throws IOException {
        assertEquals("id,name,note,at\r\n1,n,,\r\n2,n,,\r\n3,n,,\r\n", csv(page(1), false));
        assertEquals("id,name,note,at\r\n1,n,,\r\n", csv(page(1), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20A"})
    void disarmsFormulas(String text) {
        assertEquals("'" + text, CsvCell.of(text));
    }

    @Test
    void disarmsFormulasBehindBlanks() {
        assertEquals("\"'\t=1\"", CsvCell.of("\t=1"));
        assertEquals("\"'\r=1\"", CsvCell.of("\r=1"));
        assertEquals("\"'\n=1\"", CsvCell.of("\n=1"));
        assertEquals("' =1", CsvCell.of(" =1"));
        assertEquals("'\u00a0=1", CsvCell.of("\u00a0=1"));
    }

    @ParameterizedTest
    @CsvSource({"a=b", "1", "''", "24/CS/001", "🏠"})
    void leavesOtherTextAlone(String text) {
        assertEquals(text, CsvCell.of(text));
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
