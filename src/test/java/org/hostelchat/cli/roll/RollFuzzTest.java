package org.hostelchat.cli.roll;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hostelchat.support.Mutations;

/** An arbitrary file is either read as a roll of people with names and numbers, or refused with a reason. */
class RollFuzzTest {

    private static Path file;

    @BeforeContainer
    static void open() throws IOException {
        file = Files.createTempFile("roll", ".csv");
    }

    @AfterContainer
    static void close() throws IOException {
        Files.delete(file);
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Mutations.bytesOf(
                "name,enrolment\nAsha,2026-XX-1\nमीना,२०२६/YY/८\n",
                "\uFEFFName;Enrolment number;Role\r\n\"Rao; Asha\";21/CS/1;student\r\nRavi;21/CS/2;\r\n",
                "enrolment\tname\n1\t\"a \"\"quoted\"\" one\"\n",
                "sep=;\nname;enrolment\nZoë;7\n");
    }

    @Property
    void aFileIsReadAsARollOrRefused(@ForAll("files") byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            for (var entry : Roll.read(file.toString(), RollOptions.NONE).entries()) {
                assertFalse(entry.name().isBlank() || entry.enrolmentNumber().isBlank(), "nobody: " + entry);
            }
        } catch (RollUnreadable said) {
            assertFalse(said.getMessage().isBlank());
        }
    }
}
