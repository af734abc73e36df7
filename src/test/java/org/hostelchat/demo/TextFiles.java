package org.hostelchat.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The demo's own texts, in files beside it; lines that begin with '#' are comments. */
final class TextFiles {

    private TextFiles() {}

    static List<String> lines(String file) {
        try (InputStream in = TextFiles.class.getResourceAsStream("/demo/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
