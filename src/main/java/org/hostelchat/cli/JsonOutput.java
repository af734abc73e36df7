package org.hostelchat.cli;

import java.util.List;

/** One JSON array of what the server sent, an element on each line. */
final class JsonOutput implements Output {
    private final Terminal terminal;
    private String before = "[\n";

    JsonOutput(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void page(List<Json> rows) {
        for (Json row : rows) {
            terminal.print(before + JsonWriter.write(row));
            before = ",\n";
        }
        terminal.flush();
    }

    @Override
    public void end() {
        terminal.print(before.equals("[\n") ? "[]\n" : "\n]\n");
        terminal.flush();
    }
}
