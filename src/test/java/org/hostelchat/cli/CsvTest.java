package org.hostelchat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "\uFEFF=1+1", "\uFF1D1+1"})
    void makesFormulasHarmless(String text) {
        assertEquals("'" + text, CsvOutput.cell(text));
    }

    @ParameterizedTest
    @CsvSource({"Asha Rao,Asha Rao", "'a,b','\"a,b\"'", "2025/CS/1,2025/CS/1", "a=b,a=b"})
    void quotesWhatNeedsIt(String text, String cell) {
        assertEquals(cell, CsvOutput.cell(text));
    }

    @Test
    void quotesQuotesAndLines() {
        assertEquals("\"say \"\"no\"\"\nplease\"", CsvOutput.cell("say \"no\"\nplease"));
        assertEquals("\uFFFD[2J", CsvOutput.cell("\u001b[2J"));
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        assertEquals(
                List.of(
                        new CsvReader.Row(1, List.of("name", "enrolment")),
                        new CsvReader.Row(2, List.of("Rao, \"Asha\"", "1")),
                        new CsvReader.Row(4, List.of("two\nlines", "2")),
                        new CsvReader.Row(6, List.of("", "3"))),
                CsvReader.read("\uFEFFname,enrolment\r\n\"Rao, \"\"Asha\"\"\", 1\r\n,\r\n\"two\nlines\",2\n,3"));
    }

    @Test
    void readsSemicolonsWhereASpreadsheetWritesThem() {
        assertEquals(
                List.of("a,b", "1"),
                CsvReader.read("name;enrolment\na,b;1\n").get(1).cells());
    }

    @Test
    void saysWhichQuoteIsOpen() {
        Failure failure = assertThrows(Failure.class, () -> CsvReader.read("a\nb\n\"c"));
        assertEquals("Line 3: a quote is opened and not closed.", failure.getMessage());
    }
}
