package org.hostelchat.crash;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the relevant fields of frames quickly. Assumes texts without quotation marks, which is true of our own. */
final class FrameFields {

    private static final Pattern LAST = Pattern.compile("\"rooms\":\\[\\{[^}]*\"id\":1\\b[^}]*\"last\":(\\d+)");

    private FrameFields() {}

    static boolean is(String frame, String type) {
        return frame.startsWith("{\"type\":\"" + type + "\"");
    }

    static long number(String frame, String field) {
        int at = frame.indexOf("\"" + field + "\":");
        if (at < 0) {
            throw new IllegalArgumentException("No " + field + " in " + frame);
        }
        long number = 0;
        for (int i = at + field.length() + 3; i < frame.length() && Character.isDigit(frame.charAt(i)); i++) {
            number = number * 10 + Character.digit(frame.charAt(i), 10);
        }
        return number;
    }

    static String text(String frame, String field) {
        int from = frame.indexOf("\"" + field + "\":\"") + field.length() + 4;
        return frame.substring(from, frame.indexOf('"', from));
    }

    static long lastOfWelcome(String welcome) {
        Matcher last = LAST.matcher(welcome);
        if (!last.find()) {
            throw new IllegalArgumentException("A welcome without room 1: " + welcome);
        }
        return Long.parseLong(last.group(1));
    }

    /** Adds every event of a frame or page to the client's record. */
    static void events(String text, ClientRecord notebook) {
        int at = text.indexOf("{\"seq\":");
        while (at >= 0) {
            int next = text.indexOf("{\"seq\":", at + 1);
            String event = text.substring(at, next < 0 ? text.length() : next);
            notebook.see(number(event, "seq"), name(event));
            at = next;
        }
    }

    /** A word for what happened, by which {@link StoredState} recognises it. */
    private static String name(String event) {
        String kind = text(event, "kind");
        return switch (kind) {
            case "posted" -> text(event, "clientId");
            case "edited", "deleted" -> kind + ":" + number(event, "target");
            default -> kind;
        };
    }
}
