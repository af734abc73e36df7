package org.hostelchat.cli.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollTest {

    private static Roll parse(String text) throws RollUnreadable {
        return Roll.parse(text, RollOptions.NONE);
    }

    private static String trouble(String text) {
        return assertThrows(RollUnreadable.class, () -> parse(text), text).getMessage();
    }

    private static List<String> people(String text) throws RollUnreadable {
        return parse(text).entries().stream()
                .map(entry -> entry.row() + " " + entry.name() + " " + entry.enrolmentNumber())
                .toList();
    }

    /** As a spreadsheet or a Hindi keyboard makes it of what was typed: the server stores the plain form. */
    @Test
    void dashesAndDigitsOfAllKindsAreThePlainOnes() throws RollUnreadable {
        assertEquals(
                List.of("2 Asha 2026-XX-045", "3 मीना 2026/YY/8", "4 Ravi 2026/ZZ/9"),
                people(lines("name,enrolment", "Asha,2026–XX–045", "मीना,२०२६/YY/८", "Ravi,２０２６／ＺＺ／９")));
        assertTrue(trouble(lines("name,enrolment", "Asha,2026–XX–1", "Bilal,2026-XX-1"))
                .contains("stands in row 2 too"));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "name,enrolment\n",
                "name\nAsha\n",
                "Asha,1\n",
                "name,enrolment\nAsha\n",
                "name,enrolment\n,1\n",
                "name,enrolment\n\u200b,1\n",
                "name,enrolment\n\u2800,1\n",
                "name,enrolment\n123,1\n",
                "name,enrolment\nAsha,a b\n",
                "name,enrolment\nAsha,1\nBilal,1\n",
                "name,enrolment\nAsha,a\nBilal,A\n",
                "name,enrolment\nAsha,1\nBilal,\u200b1\u00a0\n",
                "name,enrolment\n\"Asha,1\n",
                "name,enrolment\nAs\u202eha,1\n",
                "name,enrolment\nAsha,#N/A\n",
                "name,enrolment\n#NAME?,1\n",
                "name,enrolment\nAsha,####\n"
            })
    void whatCannotBeRightIsRefused(String text) {
        assertFalse(trouble(text).isBlank());
    }

    @Test
    void reportsFaultsByLineUpToALimit() {
        String lines = IntStream.range(0, 50).mapToObj(i -> ",x" + i).collect(Collectors.joining("\n"));
        String trouble = trouble("enrolment,name\nok,ok\n" + lines);
        assertTrue(trouble.contains("Row 3: the name is missing.")
                || trouble.contains("Row 3: the enrolment number is missing."));
        assertTrue(trouble.endsWith("and 40 more."), trouble);
    }

    @Test
    void saysWhichQuoteIsOpen() {
        assertEquals(
                "Line 3: a quote is opened and not closed.", trouble("name,enrolment\nAsha,1\n\"Bilal,2\nChitra,3\n"));
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws RollUnreadable {
        assertEquals(
                List.of("2 Rao, \"Asha\" 1", "4 two lines 2", "5 आशा 3"),
                people("name,enrolment\r\n\"Rao, \"\"Asha\"\"\", 1\r\n,\r\n\"two\nlines\" ,2\r\nआशा,3"));
        assertEquals(List.of("2 Asha 1", "3 Bilal 2"), people("name,enrolment\rAsha,1\rBilal,2\r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void findsTheSeparator(String separator) throws RollUnreadable {
        String text =
                "S.No.;Name of the Student;Room, wing;Enrolment No.\n1;Rao Asha;A-1;25/1\n".replace(";", separator);
        if (separator.equals(",")) {
            text = text.replace("Room, wing", "\"Room, wing\"");
        }
        Roll roll = parse(text);
        assertEquals(List.of(new RollEntry(2, "Rao Asha", "25/1", List.of("1", "A-1"))), roll.entries());
        assertEquals(List.of("S.No.", "Room, wing"), roll.columns());
    }

    @Test
    void followsExcelsOwnWordForTheSeparator() throws RollUnreadable {
        assertEquals(List.of("2 Asha, B 1"), people("sep=;\r\nname;enrolment\r\nAsha, B;1\r\n"));
    }

    @Test
    void removesInvisibleCharacters() throws RollUnreadable {
        assertEquals(
                List.of(
                        "2 Asha Rao 25/CS/1",
                        "3 d’Souza 25/CS/2",
                        "4 René 25-3",
                        "5 राम\u200dश्याम 4",
                        "6 രാജന്\u200d 5",
                        "7 क\u094d\u200cष 6"),
                people(lines(
                        "\u00a0name\u200b ,enrolment\u00a0",
                        "\u00a0Asha\u00a0\u2009 Rao\u200b\t , 25/CS/1\u00a0",
                        "\u200ed’Souza\u200f,\u206025/CS/2\ufeff",
                        "Rene\u0301\u00ad,２５－３",
                        "\u200dराम\u200dश्याम\u200d,'4",
                        "രാജന്\u200d,=\"5\"",
                        "क\u094d\u200cष,\u200c6\u200d")));
    }

    @Test
    void takesBackOurOwnApostrophesAndItsOwnOutput() throws RollUnreadable {
        Roll roll = parse("\uFEFF".substring(1)
                + "id,name,enrolmentNumber,role,initialPassword,Room\n7,'=Gauri,25/1,STUDENT,mud-rake-47,'+A\n");
        assertEquals(List.of("id (2)", "role (2)", "Room"), roll.columns());
        assertEquals(List.of(new RollEntry(2, "=Gauri", "25/1", List.of("7", "STUDENT", "'+A"))), roll.entries());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            12-05-2023          | date
            5/12/23             | date
            12.05.2023          | date
            2023-05-12          | date
            2023/05/12          | date
            12-May              | date
            May-23              | date
            Mar-21              | date
            12-May-23           | date
            Sept 5, 2023        | date
            12/05/2023 00:00    | date
            2023-05-12 00:00:00 | date
            1.2E+11             | last digits are lost
            2.02301E+11         | last digits are lost
            1,2E+11             | last digits are lost
            2E+10               | last digits are lost
            202301.00           | decimal places
            #REF!               | fault of the spreadsheet
            #####               | fault of the spreadsheet
            """)
    void pointsOutWhatASpreadsheetMadeOfANumber(String cell, String words) {
        String trouble = trouble("name;enrolment\nAsha;24/CS/7\nBilal;" + cell + "\n");
        assertTrue(trouble.contains("Row 3: '" + cell + "'") && trouble.contains(words), trouble);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25/CS/014",
                "2025-CS-14",
                "25-13-45",
                "2025/014/7",
                "25/01/014",
                "2E5",
                "202301",
                "MAY2023",
                "DECE-21",
                "1E11",
                "32/01/2023"
            })
    void leavesNumbersAlone(String number) throws RollUnreadable {
        assertEquals(List.of("2 Asha " + number), people("name,enrolment\nAsha," + number + "\n"));
    }

    @Test
    void takesADateForANumberIfTheOfficeSaysSo() throws RollUnreadable {
        RollOptions said = new RollOptions(Optional.empty(), Optional.empty(), true);
        assertEquals(
                "25/11/14",
                Roll.parse("name,enrolment\nAsha,25/11/14\n", said)
                        .entries()
                        .get(0)
                        .enrolmentNumber());
    }

    @Test
    void skipsRowsWithoutAPerson() throws RollUnreadable {
        Roll roll = parse(
                """
                Govt. College of Engineering,,
                Hostel list 2025-26,,
                ,,
                Sl. No.,Student Name,Roll No.
                1,Asha,1
                Sl. No.,Student Name,Roll No.
                2,Bilal,2
                SL NO,NAME OF STUDENT,ROLL NUMBER
                ,,
                Total: 2,,
                """);
        assertEquals(
                List.of(new RollEntry(5, "Asha", "1", List.of("1")), new RollEntry(7, "Bilal", "2", List.of("2"))),
                roll.entries());
        assertEquals(
                List.of(
                        "Names from 'Student Name', enrolment numbers from 'Roll No.'.",
                        "Rows 1, 2: above the headings; not read.",
                        "Rows 6, 8: the headings once more; skipped.",
                        "Row 10: neither name nor number; skipped."),
                roll.remarks());
    }

    @Test
    void saysWhatItFoundWhereItDoesNotUnderstandTheHeadings() {
        String trouble = trouble("S.No.;Boy;Batch\n1;Asha;25\n");
        assertTrue(trouble.contains("Row 1 has: 'S.No.', 'Boy', 'Batch'."), trouble);
        assertTrue(trouble.contains("--number-column"), trouble);
    }

    @Test
    void takesTheOfficesWordForTheColumns() throws RollUnreadable {
        RollOptions said = new RollOptions(Optional.of("boy"), Optional.of("FORM NO"), false);
        assertEquals(
                List.of(new RollEntry(2, "Asha", "F1", List.of("1"))),
                Roll.parse("Form No.;Boy;Roll No.\nF1;Asha;1\n", said).entries());
        assertThrows(RollUnreadable.class, () -> Roll.parse("name,enrolment\nAsha,1\n", said));
    }

    @Test
    void asksWhichOfTwoColumnsIsMeant() throws RollUnreadable {
        String trouble = trouble("Name,Roll No.,Reg. No.\nAsha,1,2\n");
        assertTrue(trouble.contains("which column is the enrolment number, 'Roll No.', 'Reg. No.'?"), trouble);
        assertTrue(trouble.contains("--number-column 'Roll No.'"), trouble);
        assertEquals(List.of("2 Asha 2"), people("Name,Roll No.,Enrolment No.\nAsha,1,2\n"));
        assertEquals(List.of("2 Asha 2"), people("Student Name,name,roll no,enrolment\nX,Asha,1,2\n"));
    }

    @Test
    void joinsNamesThatStandInParts() throws RollUnreadable {
        assertEquals(
                List.of("2 Asha Devi Rao 1", "3 Bilal Khan 2"),
                people("Last Name,First Name,Middle Name,USN\nRao,Asha,Devi,1\nKhan,Bilal,,2\n"));
        assertTrue(trouble("Surname,USN\nRao,1\n").contains("'Surname'"));
    }

    @Test
    void keepsEachOtherColumnOnceAndDropsOldPasswords() throws RollUnreadable {
        Roll roll = parse("name,enrolment,Phone,Phone,,,initialPassword\nAsha,1,a,b,,c,old\nBilal,2,x\n");
        assertEquals(List.of("Phone", "Phone (2)", "Column 6"), roll.columns());
        assertEquals(List.of("a", "b", "c"), roll.entries().get(0).others());
        assertEquals(List.of("x", "", ""), roll.entries().get(1).others());
    }

    @TempDir
    Path folder;

    private String file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("roll.csv"), bytes).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void readsTheEncodingsOfSpreadsheets(String name) throws IOException, RollUnreadable {
        for (String mark : List.of("", "\uFEFF")) {
            byte[] bytes = (mark + "Name\tEnrolment No.\r\nआनंदी\t1\r\n").getBytes(Charset.forName(name));
            assertEquals(
                    "आनंदी",
                    Roll.read(file(bytes), RollOptions.NONE).entries().get(0).name());
        }
    }

    @Test
    void readsTheWesternCodePageOfOldSpreadsheets() throws IOException, RollUnreadable {
        byte[] bytes = "Name,Enrolment\r\nJos\u00e9 D\u2019Souza,1\r\n".getBytes(Charset.forName("windows-1252"));
        assertEquals(
                "Jos\u00e9 D\u2019Souza",
                Roll.read(file(bytes), RollOptions.NONE).entries().get(0).name());
    }

    @ParameterizedTest
    @CsvSource({"PK\u0003\u0004xl, a workbook", "%PDF-1.7, a PDF", "<html><table>, a web page", "a\0b, no text"})
    void saysWhatAFileIsThatIsNoCsv(String bytes, String words) throws IOException {
        String file = file(bytes.getBytes(StandardCharsets.ISO_8859_1));
        String trouble = assertThrows(RollUnreadable.class, () -> Roll.read(file, RollOptions.NONE))
                .getMessage();
        assertTrue(trouble.contains(words) && trouble.contains("CSV UTF-8"), trouble);
    }

    @Test
    void saysThatThereIsNoFile() {
        String none = folder.resolve("none.csv").toString();
        assertTrue(assertThrows(RollUnreadable.class, () -> Roll.read(none, RollOptions.NONE))
                .getMessage()
                .contains("There is no file"));
    }
}
