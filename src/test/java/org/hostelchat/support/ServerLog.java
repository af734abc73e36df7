package org.hostelchat.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server's output, over all its restarts. */
public final class ServerLog {

    private final Path file;
    private int mark;

    ServerLog(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** All of it. */
    public String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    /** The output since the last start. */
    public String sinceMark() {
        String text = text();
        return text.substring(Math.min(mark, text.length()));
    }

    /** The last lines, for the message of a failure. */
    public String tail(int lines) {
        List<String> all = text().lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    void mark() {
        mark = text().length();
    }
}
