package org.hostelchat.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    private static String row(Object... cells) throws IOException {
        var out = new StringWriter();
        var csv = CsvRows.to(out);
        csv.row(Arrays.asList(cells));
        csv.flush();
        return out.toString();
    }

    @Test
    void writesValuesAsASpreadsheetReadsThem() throws IOException {
        assertEquals(
                "5,-1,true,2025-07-01T00:00:00.123Z,,,x\r\n",
                row(
                        5L,
                        -1,
                        true,
                        Instant.parse("2025-07-01T00:00:00.123456Z"),
                        null,
                        Optional.empty(),
                        Optional.of("x")));
    }

    @Test
    void quotesWhatSomeSpreadsheetWouldSplit() throws IOException {
        assertEquals(
                "\"a,b\",\"a;b\",\"a\tb\",\"a\nb\",\"say \"\"no\"\"\"\r\n",
                row("a,b", "a;b", "a\tb", "a\nb", "say \"no\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "＝1",
                "＋1",
                "－1",
                "＠A",
                "﹦1",
                "⁺1",
                "−1",
                "  =1",
                "\u00a0=1",
                "\u2003\u200b=1",
                "\u200b=1",
                "\u2060=1",
                "\u00ad=1",
                "\ufeff=1",
                "\u200e=1",
                "\u200d-1",
                "\u2063@A",
                "\ufe0f=1",
                "\u034f+1",
                "\u2800=1",
                "\u3164=1",
                "\uffa0=1",
                " \u00ad \u2060=1",
                "\udb40\udc20=1"
            })
    void disarmsFormulas(String text) throws IOException {
        assertEquals("'" + text + "\r\n", row(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1", "\tx"})
    void disarmsFormulasBehindDroppedCharacters(String text) throws IOException {
        assertEquals("\"'" + text + "\"\r\n", row(text));
    }

    @ParameterizedTest
    @CsvSource({"a=b", "1", "24/CS/001", "🏠", "आशा", "'a - b'", "'नमस्\u200dते'"})
    void leavesOtherTextAlone(String text) throws IOException {
        assertEquals(text + "\r\n", row(text));
    }

    @Test
    void replacesControlCharacters() throws IOException {
        assertEquals("\uFFFD[2J\r\n", row("\u001b[2J"));
        assertEquals("\uFFFD=1\r\n", row("\0=1"));
    }

    @Test
    void marksWhatASpreadsheetWillOpen() throws IOException {
        var out = new StringWriter();
        CsvRows.forSpreadsheet(out).flush();
        assertEquals("\uFEFF", out.toString());
    }

    /** A cell is read as it was, but for an apostrophe in front and control characters. */
    @Property(tries = 500)
    void readsBackAsItWasWritten(@ForAll List<String> texts) throws IOException {
        if (texts.isEmpty()) return;
        var cells = texts.stream().map(CsvCell::of).toList();
        var read = CsvReader.builder()
                .skipEmptyLines(false)
                .ofSingleCsvRecord(row(texts.toArray()))
                .getFields();
        assertEquals(cells, read);
    }
}
