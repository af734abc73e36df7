package org.hostelchat.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes one JSON array of the server's objects, one per line. */
final class JsonOutput implements Output {
    private final Writer out;
    private boolean begun;

    JsonOutput(Writer out) {
        this.out = out;
    }

    @Override
    public void page(List<JsonObject> rows) {
        StringBuilder lines = new StringBuilder();
        for (JsonObject row : rows) {
            lines.append(begun ? ",\n" : "[\n").append(JsonFields.line(row));
            begun = true;
        }
        write(lines.toString());
    }

    @Override
    public void end() {
        write(begun ? "\n]\n" : "[]\n");
    }

    private void write(String text) {
        try {
            out.write(text);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
