package org.hostelchat.transfer.archive;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * What an export says of itself.
 *
 * @param madeAt the moment of which it is
 * @param program the version of the program that made it
 */
public record ExportHeader(Instant madeAt, String program) {

    static final String ENTRY = "export.json";

    private static final String FORMAT = "hostel-chat-export";

    /** Raised when a program that knows only the versions before could not read what is made now. */
    private static final int VERSION = 1;

    byte[] bytes() {
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("version", VERSION)
                .add("madeAt", madeAt.toString())
                .add("program", program)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static ExportHeader parse(byte[] bytes) throws NotAnExport {
        try {
            var read = JsonTexts.object(bytes);
            if (!read.getString("format", "").equals(FORMAT)) throw foreign();
            if (read.getInt("version") != VERSION) throw new NotAnExport(NotAnExport.Reason.NEWER, ENTRY);
            return new ExportHeader(Instant.parse(read.getString("madeAt")), read.getString("program", ""));
        } catch (DateTimeException | ClassCastException | NullPointerException e) {
            throw foreign();
        }
    }

    private static NotAnExport foreign() {
        return new NotAnExport(NotAnExport.Reason.FOREIGN, ENTRY);
    }
}
