package org.hostelchat.wire;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hostelchat.owndata.OwnData;
import org.hostelchat.owndata.OwnFile;

/**
 * Writes what is held of a person as one ZIP file: for each kind a file with one JSON object a line, and the bytes of their files below {@code
 * files/}. A page of rows and a buffer are in memory, whatever there is. A file that was cut off has no directory, so no program opens it.
 */
public final class OwnDataArchive {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

    private OwnDataArchive() {}

    /**
     * Leaves the stream open.
     *
     * @throws IOException also if the reader is too slow
     */
    public static void write(OwnData.Copy copy, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(copy.paced(out), StandardCharsets.UTF_8);
        // Pictures are packed already.
        zip.setLevel(Deflater.BEST_SPEED);
        for (var part : copy.parts()) {
            zip.putNextEntry(new ZipEntry(part.name() + ".jsonl"));
            copy.read(part, row -> zip.write(line(part.fields(), row)));
            zip.closeEntry();
        }
        for (var files = copy.files(0);
                !files.isEmpty();
                files = copy.files(files.get(files.size() - 1).id())) {
            for (var file : files) write(copy, file, zip);
        }
        zip.finish();
    }

    private static void write(OwnData.Copy copy, OwnFile file, ZipOutputStream zip) throws IOException {
        var bytes = copy.open(file);
        if (bytes.isEmpty()) return;
        try (var in = Channels.newInputStream(bytes.get())) {
            zip.putNextEntry(new ZipEntry(entry(file)));
            in.transferTo(zip);
            zip.closeEntry();
        }
    }

    /** By number: a name may be of any length, and there may be two of one. */
    private static String entry(OwnFile file) {
        var ending = ENDING.matcher(file.name());
        return "files/" + file.id() + (ending.find() ? ending.group() : "");
    }

    private static byte[] line(List<String> fields, Object[] values) {
        var text = new java.io.StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            for (var i = 0; i < values.length; i++) {
                if (values[i] == null) json.writeNull(fields.get(i));
                else if (values[i] instanceof Number number) json.write(fields.get(i), number.longValue());
                else json.write(fields.get(i), values[i].toString());
            }
            json.writeEnd();
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
